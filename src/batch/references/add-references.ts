/** References as rows of their own: each follows the first row of its article that has one, so that both share the article's prefill. */
import type { BatchRow } from '../row.js';
import { FirstReferences, REFERENCE_SYSTEM } from './first-references.js';
import { TextNumbers } from './text-numbers.js';

/** The id of a reference is that of the row before it; its `system` tells them apart. */
export async function* addReferences(rows: AsyncIterable<BatchRow>): AsyncGenerator<BatchRow> {
  const articles = new TextNumbers();
  const references = new FirstReferences();
  for await (const row of rows) {
    yield row;
    if ('problem' in row || row.reference === undefined) continue;
    const { id, source, reference, line } = row;
    const { number } = await articles.of(source);
    const isFirst = (await references.take(number, reference)) === 'first';
    if (isFirst) yield { id, system: REFERENCE_SYSTEM, source, summary: reference, line };
  }
}
