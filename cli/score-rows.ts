/** Rows in, rows out, in the same order; a row that fails does not stop the others. */
import type { Protocol } from '../src/core/protocol.js';
import type { QAGenModel } from '../src/core/qagen-model.js';
import { KeptArticle } from '../src/core/quals/kept-article.js';
import { scoreSummary } from '../src/core/quals/score-summary.js';
import { methodOf } from '../src/core/scoring-method.js';
import { faultOf } from '../src/inference/faults.js';
import { readRow, type RowId } from './input-rows.js';
import { errorRow, type OutputRow, resultRow } from './output-row.js';
import { UsageError } from './usage-error.js';

export interface RowsListener {
  readonly onRow: (row: OutputRow) => Promise<void>;
  /** `rows` counts from 1, those that were skipped included. */
  readonly onProgress: (rows: number, phase: string) => void;
}

export interface RowCounts {
  readonly scored: number;
  readonly unscorable: number;
  readonly failed: number;
}

/**
 * `written`: ids of rows that an earlier run wrote; they are skipped. Throws UsageError where the input does not begin
 * with them.
 */
export async function scoreRows(
  model: QAGenModel,
  protocol: Protocol,
  lines: AsyncIterable<string>,
  written: readonly (RowId | null)[],
  listener: RowsListener,
): Promise<RowCounts> {
  const article = new KeptArticle(model);
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
    const result = await scoreRow(model, protocol, article, row, (phase) => {
      listener.onProgress(rows, phase);
    });
    counts[result.outcome === 'error' ? 'failed' : result.outcome] += 1;
    await listener.onRow(result);
  }
  article.release();
  return counts;
}

async function scoreRow(
  model: QAGenModel,
  protocol: Protocol,
  article: KeptArticle,
  row: ReturnType<typeof readRow>,
  onPhase: (phase: string) => void,
): Promise<OutputRow> {
  const method = methodOf(protocol, model);
  if ('problem' in row) return errorRow(row.id, { code: 'row-invalid', message: row.problem }, method);
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
      article.open(source),
    );
    return resultRow(row.id, result);
  } catch (error) {
    const { code, detail } = faultOf(error);
    return errorRow(row.id, { code, message: detail }, method);
  }
}
