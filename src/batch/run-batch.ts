/** Scores rows in order. A row that fails does not stop the others. */
import type { Outcome } from '../core/errors.js';
import type { Cancelled } from '../core/score.js';
import type { ScoringMethod } from '../core/method/scoring-method.js';
import { mapAhead } from './jobs/map-ahead.js';
import { errorRow, type OutputRow, resultRow, type RowResult } from './output-row.js';
import type { BatchRow, InputRow } from './row.js';
import { idJson } from './row-id.js';

/**
 * What scores a row: a model here, a worker on the page, several processes. Rows come in the order of the input, one after
 * another unless `ahead` is more: a session that keeps the prefix of the last article saves it for the next row of that article.
 */
export interface BatchSession {
  readonly method: ScoringMethod;
  /** Resolves to a fault, where the row cannot be scored. `cancelled` ends the batch. */
  score(row: InputRow, onPhase: (phase: string) => void): Promise<Outcome<RowResult | Cancelled>>;
}

export interface BatchListener {
  /** The next row is scored once this resolves. */
  readonly onRow: (row: OutputRow) => Promise<void>;
  /** Before `onRow`, for a row that has a result. */
  readonly onResult?: ((row: InputRow, result: RowResult) => Promise<void>) | undefined;
  /** `row` counts from 1 and includes skipped rows. */
  readonly onProgress: (row: number, phase: string) => void;
}

/** Of all rows of the output, those of an earlier run among them. */
export interface RowCounts {
  scored: number;
  unscorable: number;
  failed: number;
  /** Rows of the earlier run. */
  kept: number;
}

/** What an output of an earlier run says of a row: a reference has the id of the row before it. */
export type WrittenRow = Pick<OutputRow, 'id' | 'system' | 'outcome'>;

/** The output of an earlier run does not belong to this input. */
export class OtherInputError extends Error {
  override readonly name = 'OtherInputError';
}

/**
 * `openSession` is called for the first row that is to be scored: an input that cannot be read needs no model.
 * `written`: the rows of an earlier run, in order. They are counted, and not scored again. `ahead`: rows that the session may get at a time.
 * Throws OtherInputError if the input does not begin with the written rows, and errors of `rows` and of the session.
 */
export async function runBatch(
  rows: AsyncIterable<BatchRow>,
  written: AsyncIterable<WrittenRow>,
  openSession: () => Promise<BatchSession>,
  listener: BatchListener,
  ahead = 1,
): Promise<RowCounts> {
  const counts: RowCounts = { scored: 0, unscorable: 0, failed: 0, kept: 0 };
  const onKept = ({ outcome }: WrittenRow): void => {
    counts[COUNTED[outcome]] += 1;
    counts.kept += 1;
  };
  let session: Promise<BatchSession> | undefined;
  const results = mapAhead(rowsToScore(rows, written, onKept), ahead, async ({ row, count }) =>
    scoreRow(await (session ??= openSession()), row, (phase) => {
      listener.onProgress(count, phase);
    }),
  );
  for await (const result of results) {
    if (!result) return counts;
    const { output, scored } = result;
    counts[COUNTED[output.outcome]] += 1;
    if (scored) await listener.onResult?.(scored.row, scored.result);
    await listener.onRow(output);
  }
  return counts;
}

/** The rows behind the written ones. `count`: place in the input, from 1. */
async function* rowsToScore(
  rows: AsyncIterable<BatchRow>,
  written: AsyncIterable<WrittenRow>,
  onKept: (row: WrittenRow) => void,
): AsyncGenerator<{ readonly row: BatchRow; readonly count: number }> {
  const earlier = written[Symbol.asyncIterator]();
  let count = 0;
  for await (const row of rows) {
    count += 1;
    const skipped = await earlier.next();
    if (skipped.done) yield { row, count };
    else {
      checkSame(row, skipped.value, count);
      onKept(skipped.value);
    }
  }
  if (!(await earlier.next()).done) {
    throw new OtherInputError(`the output has more rows than the input, which has ${count}`);
  }
}

const COUNTED = {
  scored: 'scored',
  'first-look': 'scored',
  unscorable: 'unscorable',
  error: 'failed',
} as const satisfies Record<OutputRow['outcome'], keyof RowCounts>;

type RowName = Pick<WrittenRow, 'id' | 'system'>;

function checkSame(here: BatchRow, there: RowName, count: number): void {
  const system = 'problem' in here ? undefined : here.system;
  if (here.id === there.id && system === there.system) return;
  const input = nameOf({ id: here.id, ...(system !== undefined && { system }) });
  throw new OtherInputError(`row ${count} of the output is ${nameOf(there)}, of the input ${input}`);
}

function nameOf({ id, system }: RowName): string {
  return system === undefined ? idJson(id) : `${idJson(id)} (${system})`;
}

interface RowEnd {
  readonly output: OutputRow;
  /** Missing for a row that failed. */
  readonly scored?: { readonly row: InputRow; readonly result: RowResult };
}

/** Undefined if the run was cancelled. */
async function scoreRow(
  session: BatchSession,
  row: BatchRow,
  onPhase: (phase: string) => void,
): Promise<RowEnd | undefined> {
  const { method } = session;
  if ('problem' in row) return { output: errorRow(row.id, { code: 'row-invalid', message: row.problem }, method) };
  const outcome = await session.score(row, onPhase);
  const named = row.system === undefined ? {} : { system: row.system };
  if (!outcome.ok) {
    const { code, detail } = outcome.fault;
    return { output: { ...errorRow(row.id, { code, message: detail }, method), ...named } };
  }
  const { value } = outcome;
  if (value.kind === 'cancelled') return undefined;
  const output = { ...resultRow(row.id, value, row.summary, method, row.reference), ...named };
  return { output, scored: { row, result: value } };
}
