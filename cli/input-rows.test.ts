import { describe, expect, it } from 'vitest';
import { readRow } from './input-rows.js';

describe('readRow', () => {
  it('reads a row and ignores unknown fields', () => {
    const text = '{"id": 7, "source": "a", "summary": "b", "label": 1}';
    expect(readRow(text, 1)).toEqual({ id: 7, source: 'a', summary: 'b' });
  });

  it('names the line and the field that is wrong, and keeps the id', () => {
    expect(readRow('{"id": "x", "source": 3, "summary": "b"}', 12)).toMatchObject({
      id: 'x',
      problem: expect.stringMatching(/^Line 12: source: /) as string,
    });
    expect(readRow('{"source": "a", "summary": "b"}', 2)).toMatchObject({
      id: null,
      problem: expect.stringMatching(/^Line 2: id: /) as string,
    });
    expect(readRow('not json', 3)).toMatchObject({
      id: null,
      problem: expect.stringMatching(/^Line 3 is not JSON/) as string,
    });
    expect(readRow('null', 4)).toMatchObject({ id: null });
  });
});
