/** Scores rows in order; a row that fails does not stop the others. */
import type { Protocol } from '../src/core/protocol.js';
import type { QAGenModel } from '../src/core/qagen-model.js';
import { scoreSummary } from '../src/core/quals/score-summary.js';
import { faultOf } from '../src/inference/faults.js';
import { readRow, type RowId } from './input-rows.js';
import { errorRow, type OutputRow, resultRow } from './output-row.js';
import { UsageError } from './usage-error.js';

export interface RowsListener {
  readonly onRow: (row: OutputRow) => Promise<void>;
  /** `rows` counts from 1 and includes skipped rows. */
  readonly onProgress: (rows: number, phase: string) => void;
}

export interface RowCounts {
  readonly scored: number;
  readonly unscorable: number;
  readonly failed: number;
}

/**
 * `written`: ids of rows from an earlier run; they are skipped. Throws UsageError if the input does not begin
 * with them.
 */
export async function scoreRows(
  model: QAGenModel,
  protocol: Protocol,
  lines: AsyncIterable<string>,
  written: readonly (RowId | null)[],
  listener: RowsListener,
): Promise<RowCounts> {
  const counts = { scored: 0, unscorable: 0, failed: 0 };
  let line = 0;
  let rows = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    rows += 1;
    const row = readRow(text, line);
    if (rows <= written.length) {
      if (row.id !== written[rows - 1]) {
        const [there, here] = [written[rows - 1], row.id].map((id) => JSON.stringify(id));
        throw new UsageError(`--resume: row ${rows} of the output is ${there}, of the input ${here}.`);
      }
      continue;
    }
    const result = await scoreRow(model, protocol, row, (phase) => {
      listener.onProgress(rows, phase);
    });
    counts[result.outcome === 'error' ? 'failed' : result.outcome] += 1;
    await listener.onRow(result);
  }
  return counts;
}

async function scoreRow(
  model: QAGenModel,
  protocol: Protocol,
  row: ReturnType<typeof readRow>,
  onPhase: (phase: string) => void,
): Promise<OutputRow> {
  if ('problem' in row) return errorRow(row.id, { code: 'row-invalid', message: row.problem }, protocol, model);
  try {
    const { source, summary } = row;
    const result = await scoreSummary(
      model,
      { source, summary, protocol },
      {
        checkpoint: () => Promise.resolve(),
        onProgress: ({ phase }) => {
          onPhase(phase);
        },
      },
    );
    return resultRow(row.id, result);
  } catch (error) {
    const { code, detail } = faultOf(error);
    return errorRow(row.id, { code, message: detail }, protocol, model);
  }
}
