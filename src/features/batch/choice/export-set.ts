/** A chosen set as a training file: the lines that `quals choose` writes. */
import { encodeTraining } from '../../../batch/contrast/encode-training.js';
import type { ChosenRow } from '../../../state/batch/choice.js';
import type { BatchDatabase } from '../../../storage/batch-database.js';

/** Throws where an article is no longer stored. */
export async function exportSet(
  batch: string,
  rows: readonly ChosenRow[],
  { readArticle }: Pick<BatchDatabase, 'readArticle'>,
): Promise<Blob> {
  const lines: string[] = [];
  for (const { entry, value } of rows) {
    const source = await readArticle(batch, entry.article);
    if (source === undefined) throw new Error(`The article of row ${entry.index + 1} is not stored.`);
    lines.push(encodeTraining({ id: entry.id, source, summary: entry.summary, value }));
  }
  return new Blob(lines, { type: 'application/jsonl' });
}
