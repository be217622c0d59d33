import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_KEYS } from '../row.js';
import { chunksOf, listOf } from '../testing/chunks.js';
import { readJson } from './read-json.js';

const read = (...chunks: string[]) => listOf(readJson(chunksOf(...chunks), DEFAULT_KEYS));

const textArbitrary = fc.string({
  unit: fc.constantFrom('"', '\\', '[', ']', '{', '}', ',', '\n', 'é', '\u2028', 'a'),
});
const rowArbitrary = fc.record({
  id: textArbitrary,
  source: textArbitrary,
  summary: textArbitrary,
  other: fc.jsonValue(),
});

describe('readJson', () => {
  it('reads any array, indented or not, cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rowArbitrary), fc.constantFrom(0, 2), fc.nat(), async (rows, indent, cut) => {
        const text = JSON.stringify(rows, null, indent);
        const at = cut % (text.length + 1);
        const found = await read(text.slice(0, at), text.slice(at));
        expect(found).toMatchObject(rows.map(({ id, source, summary }) => ({ id, source, summary })));
        expect(found).toHaveLength(rows.length);
      }),
    );
  });

  it('reads objects one after another, and names the line where each begins', async () => {
    const text = '{\n"id": 1,\n"source": "a",\n"summary": "b"}\n\n{"id": 12345678901234567891,\n"source": "a"}';
    expect(await read(text)).toMatchObject([
      { id: 1, line: 1 },
      { id: 12345678901234567891n, line: 6, problem: 'Line 6: summary is missing.' },
    ]);
  });

  it.each([
    ['[{"id": 1, "source": "a", "summary": "b"}, {"id": 2, "sou', 2],
    ['[{"id": 1, "source": "a", "summary": "b"},\n', 2],
    ['[{"id": 1, "source": "a", "summary": "b"}] tail', 2],
    ['[{"id": 1, "source": "a", "summary": "b"}, 5]', 2],
    ['[{"id": 1, "source": "a", "summary": "b"}, "x", {"id": 3, "source": "a", "summary": "b"}]', 3],
  ])('does not pass over what is no row in %j', async (text, rows) => {
    const found = await read(text);
    expect(found).toHaveLength(rows);
    expect(found[0]).toMatchObject({ id: 1, source: 'a' });
    expect(found[1]).toMatchObject({ id: null, problem: expect.stringContaining('is not') as string });
  });
});
