/** What was odd about the rows of an input: nothing is left out or changed in silence. */
import type { Columns } from '../../../batch/columns/columns.js';
import type { MappedRow } from '../../../batch/columns/map-record.js';
import type { ReferenceKind } from '../../../batch/references/first-references.js';
import { idJson } from '../../../batch/row-id.js';
import type { BatchEntry } from '../../../state/batch/batch-entry.js';
import * as words from '../../../text/batch/input-words.js';

interface Found {
  rows: number;
  first: string;
}

export class InputNotes {
  private rows = 0;
  /** Of rows that can be scored: the model reads no other. */
  private readonly articles = new Set<number>();
  private idsMissing = 0;
  private readonly ids = new Set<string>();
  private readonly repeated: Found = { rows: 0, first: '' };
  private readonly bad: Found = { rows: 0, first: '' };
  private readonly labels: Found = { rows: 0, first: '' };
  private referencesMissing = 0;
  private referencesScored = 0;
  private readonly otherReferences: Found = { rows: 0, first: '' };

  add(row: MappedRow, entry: BatchEntry, columns: Columns): void {
    const { id, system } = entry;
    this.rows += 1;
    if (row.problem !== undefined) count(this.bad, row.problem);
    else {
      this.articles.add(entry.article);
      if (row.note !== undefined) count(this.labels, row.note);
      if (columns.reference !== null && row.reference === undefined) this.referencesMissing += 1;
    }
    if (columns.id === null) return;
    if (row.id === null) this.idsMissing += 1;
    else {
      const key = `${idJson(id)} ${system ?? ''}`;
      if (this.ids.has(key)) count(this.repeated, String(id));
      this.ids.add(key);
    }
  }

  addReference(row: BatchEntry, kind: ReferenceKind): void {
    if (kind === 'first') this.referencesScored += 1;
    if (kind === 'other') count(this.otherReferences, String(row.id));
  }

  sentences({ reference }: Columns): string[] {
    const { rows, articles, idsMissing, repeated, bad, labels, referencesMissing, referencesScored, otherReferences } =
      this;
    return [
      ...(bad.rows > 0 ? [words.rowsBad(bad.rows, bad.first)] : []),
      ...(labels.rows > 0 ? [words.labelsBad(labels.rows, labels.first)] : []),
      ...(idsMissing > 0 ? [words.idsMissing(idsMissing)] : []),
      ...(repeated.rows > 0 ? [words.idsRepeated(repeated.first, repeated.rows)] : []),
      ...(referencesMissing > 0 && reference !== null ? [words.referencesMissing(referencesMissing, reference)] : []),
      ...(referencesScored > 0 ? [words.referencesScored(referencesScored, articles.size)] : []),
      ...(otherReferences.rows > 0 ? [words.referencesDiffer(otherReferences.rows, otherReferences.first)] : []),
      ...(articles.size < rows - bad.rows ? [words.shareArticles(rows - bad.rows, articles.size)] : []),
    ];
  }
}

function count(found: Found, first: string): void {
  if (found.rows === 0) found.first = first;
  found.rows += 1;
}
