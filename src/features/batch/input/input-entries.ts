/** The rows of a batch, from the records of its input. References that are scored are rows too. */
import type { Columns } from '../../../batch/columns/columns.js';
import { mapRecord, type MappedRow } from '../../../batch/columns/map-record.js';
import { InputError } from '../../../batch/input-fault.js';
import type { AnyRecord } from '../../../batch/readers/read-records.js';
import { FirstReferences, REFERENCE_SYSTEM } from '../../../batch/references/first-references.js';
import { TextNumbers } from '../../../batch/references/text-numbers.js';
import type { BatchEntry } from '../../../state/batch/batch-entry.js';
import type { InputNotes } from './input-notes.js';

interface InputEntry {
  readonly entry: BatchEntry;
  /** The article's text, with the first row that has it. */
  readonly article?: string;
}

/** A reference follows the first record of its article that has one. Throws what reading throws. */
export async function* inputEntries(
  records: AsyncIterable<AnyRecord>,
  columns: Columns,
  notes: InputNotes,
): AsyncGenerator<InputEntry> {
  const articles = new TextNumbers();
  const references = new FirstReferences();
  let index = 0;
  /** Of the input: references have none. */
  let rowNumber = 0;
  for await (const record of records) {
    if ('problem' in record && record.fault?.kind === 'not-a-number') throw new InputError(record.fault);
    // With a column for each system, all rows of a record are of one article.
    let scored: BatchEntry | undefined;
    for (const row of mapRecord(record, columns)) {
      rowNumber += 1;
      const { number, isNew } = await articles.of(row.source);
      const entry = entryOf(row, row.id ?? rowNumber, index++, number);
      notes.add(row, entry, columns);
      yield { entry, ...(isNew && { article: row.source }) };
      if (!columns.scoreReferences || row.problem !== undefined) continue;
      if (row.system === REFERENCE_SYSTEM) await references.take(number, row.summary);
      else if (entry.reference !== undefined) {
        const kind = await references.take(number, entry.reference);
        notes.addReference(entry, kind);
        if (kind === 'first') scored = entry;
      }
    }
    if (scored?.reference !== undefined) yield { entry: referenceEntry(scored, scored.reference, index++) };
  }
}

function entryOf(row: MappedRow, id: BatchEntry['id'], index: number, article: number): BatchEntry {
  const { system, label, source, summary, reference, line, problem } = row;
  const articleWords = source.split(/\s+/u).filter(Boolean).length;
  const entry: BatchEntry = {
    index,
    id,
    system,
    label,
    summary,
    reference,
    article,
    articleWords,
    line,
    problem,
  };
  // A part of a string may keep the whole chunk of the file in memory. The clone's strings are whole ones.
  return structuredClone(entry);
}

function referenceEntry(row: BatchEntry, text: string, index: number): BatchEntry {
  return { ...row, index, system: REFERENCE_SYSTEM, label: null, summary: text, reference: undefined };
}
