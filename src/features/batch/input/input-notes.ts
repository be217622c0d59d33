/** What was odd about the rows of an input: nothing is left out or changed in silence. */
import type { Columns } from '../../../batch/columns/columns.js';
import type { MappedRow } from '../../../batch/columns/map-record.js';
import { idJson } from '../../../batch/row-id.js';
import type { BatchEntry } from '../../../state/batch/batch-entry.js';
import * as words from '../../../text/batch/input-words.js';

interface Found {
  rows: number;
  first: string;
}

export class InputNotes {
  private rows = 0;
  private idsMissing = 0;
  private readonly ids = new Set<string>();
  private readonly repeated: Found = { rows: 0, first: '' };
  private readonly bad: Found = { rows: 0, first: '' };
  private readonly labels: Found = { rows: 0, first: '' };

  add(row: MappedRow, { id, system }: BatchEntry, columns: Columns): void {
    this.rows += 1;
    if (row.problem !== undefined) count(this.bad, row.problem);
    else if (row.note !== undefined) count(this.labels, row.note);
    if (columns.id === null) return;
    if (row.id === null) this.idsMissing += 1;
    else {
      const key = `${idJson(id)} ${system ?? ''}`;
      if (this.ids.has(key)) count(this.repeated, String(id));
      this.ids.add(key);
    }
  }

  sentences(articles: number): string[] {
    const { rows, idsMissing, repeated, bad, labels } = this;
    return [
      ...(bad.rows > 0 ? [words.rowsBad(bad.rows, bad.first)] : []),
      ...(labels.rows > 0 ? [words.labelsBad(labels.rows, labels.first)] : []),
      ...(idsMissing > 0 ? [words.idsMissing(idsMissing)] : []),
      ...(repeated.rows > 0 ? [words.idsRepeated(repeated.first, repeated.rows)] : []),
      ...(articles < rows - bad.rows ? [words.shareArticles(rows - bad.rows, articles)] : []),
    ];
  }
}

function count(found: Found, first: string): void {
  if (found.rows === 0) found.first = first;
  found.rows += 1;
}
