import { describe, expect, it } from 'vitest';
import { LONGEST_ROW, splitLines } from './split-lines.js';
import { chunksOf, listOf } from './testing/chunks.js';

describe('splitLines', () => {
  it('splits at \\n and \\r\\n alone: not at \\r, U+2028, U+2029, U+0085', async () => {
    const text = 'a\u2028b\u2029c\u0085d\re\r\nf\n\ng';
    const wanted = [
      { text: 'a\u2028b\u2029c\u0085d\re', line: 1 },
      { text: 'f', line: 2 },
      { text: '', line: 3 },
      { text: 'g', line: 4 },
    ];
    expect(await listOf(splitLines(chunksOf(text)))).toEqual(wanted);
    expect(await listOf(splitLines(chunksOf(...text)))).toEqual(wanted);
  });

  it('gives no line behind the last line end', async () => {
    expect(await listOf(splitLines(chunksOf('a\n')))).toEqual([{ text: 'a', line: 1 }]);
    expect(await listOf(splitLines(chunksOf()))).toEqual([]);
  });

  it('gives a line as soon as it ends', async () => {
    const endless = async function* (): AsyncGenerator<string> {
      yield 'a\nb';
      await new Promise(() => undefined);
    };
    expect(await splitLines(endless()).next()).toEqual({ done: false, value: { text: 'a', line: 1 } });
  });

  it('names a line that never ends', async () => {
    const half = 'x'.repeat(LONGEST_ROW / 2 + 1);
    const fault = { kind: 'row-too-long', line: 2, limit: LONGEST_ROW };
    await expect(listOf(splitLines(chunksOf('a\n', half, half)))).rejects.toMatchObject({ fault });
  });
});
