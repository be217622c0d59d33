/** The entries in a file: an exported history, records as JSON Lines, or an exported result. */
import { decodeRecords } from '../../core/record/decode-records.js';
import { decodeHistoryHead, type HistoryHead, isHistoryHead } from '../../core/record/history-lines.js';
import { parseLine } from '../../core/record/record-lines.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import { splitLines } from '../../batch/split-lines.js';
import { IMPORT } from '../../text/history/history-words.js';

/** `head`: what an exported history says of it. */
export interface FoundEntry {
  readonly head?: HistoryHead | undefined;
  readonly records: readonly ResultRecord[];
}

/** A string says what is wrong with a part of the file; the other parts come all the same. */
export async function* entriesIn(file: Blob): AsyncGenerator<FoundEntry | string> {
  try {
    if (!(await beginsWithLine(file))) return yield fromDocument(await file.text());
    const reader = new EntryReader();
    for await (const { text, line } of splitLines(textOf(file))) {
      if (text.trim() !== '') yield* reader.take(parseLine(text), line);
    }
    yield* reader.end();
    if (reader.loose.length > 0) yield { records: reader.loose };
  } catch (error) {
    // The decoder throws a TypeError.
    yield error instanceof TypeError ? IMPORT.notText : IMPORT.unreadable;
  }
}

/** The records under one description. */
interface Group {
  readonly line: number;
  /** Missing where it cannot be read: then its records are left out. */
  readonly head: HistoryHead | undefined;
  readonly records: ResultRecord[];
  seen: number;
  fault: string | undefined;
}

class EntryReader {
  /** Records that no description precedes. */
  readonly loose: ResultRecord[] = [];
  private group: Group | undefined;

  *take(value: unknown, line: number): Generator<FoundEntry | string> {
    if (isHistoryHead(value)) {
      yield* this.end();
      this.group = groupOf(value, line);
      return;
    }
    const { group } = this;
    const decoded = decodeRecords(value);
    const fault = decoded.ok ? undefined : IMPORT.fault(line, group?.head?.title ?? '', decoded.fault);
    if (decoded.ok) (group?.records ?? this.loose).push(...decoded.records);
    else if (!group && fault) yield fault;
    if (!group) return;
    group.fault ??= fault;
    group.seen++;
    if (group.seen === group.head?.results) yield* this.end();
  }

  *end(): Generator<FoundEntry | string> {
    const { group } = this;
    this.group = undefined;
    if (!group) return;
    const { head, records, seen, line, fault } = group;
    yield fault ?? (head && seen === head.results ? { head, records } : IMPORT.cut(line));
  }
}

function groupOf(value: unknown, line: number): Group {
  const decoded = decodeHistoryHead(value);
  const { title } = value as { readonly title?: unknown };
  const fault = decoded.ok ? undefined : IMPORT.fault(line, typeof title === 'string' ? title : '', decoded.fault);
  return { line, head: decoded.ok ? decoded.head : undefined, records: [], seen: 0, fault };
}

/** False for a JSON document of several lines. */
async function beginsWithLine(file: Blob): Promise<boolean> {
  for await (const { text } of splitLines(textOf(file))) return parseLine(text) !== undefined;
  return false;
}

function fromDocument(text: string): FoundEntry | string {
  const value = parseLine(text.replace(/^\uFEFF/u, ''));
  if (value === undefined) return IMPORT.notText;
  const decoded = decodeRecords(value);
  return decoded.ok ? { records: decoded.records } : IMPORT.fault(1, '', decoded.fault);
}

/** Throws a TypeError for bytes that are not UTF-8. */
async function* textOf(file: Blob): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    yield decoder.decode(read.value, { stream: true });
  }
  yield decoder.decode();
}
