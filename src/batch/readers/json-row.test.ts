import { describe, expect, it } from 'vitest';
import { DEFAULT_KEYS } from '../row.js';
import { readJsonRow } from './json-row.js';

const read = (text: string, line: number) => readJsonRow(text, line, DEFAULT_KEYS);

describe('readJsonRow', () => {
  it('reads a row and leaves out what it does not know', () => {
    const text = '{"id": 7, "source": "a", "summary": "b", "label": 1}';
    expect(read(text, 1)).toEqual({ id: 7, source: 'a', summary: 'b', line: 1 });
  });

  it('reads other keys, and labels', () => {
    const keys = { id: 'n', source: 'document', summary: 'claim', labels: ['good', 'who', 'none'] };
    const text = '{"n": "x", "document": "a", "claim": "b", "good": 0.5, "who": ["c"]}';
    const labels = { good: 0.5, who: null, none: null };
    expect(readJsonRow(text, 3, keys)).toEqual({ id: 'x', source: 'a', summary: 'b', labels, line: 3 });
  });

  it('does not take a key of every object for one of the row', () => {
    const keys = { ...DEFAULT_KEYS, source: 'constructor' };
    expect(readJsonRow('{"id": 1, "summary": "b"}', 1, keys)).toMatchObject({
      problem: 'Line 1: constructor is missing.',
    });
  });

  it.each([
    ['{"id": "x", "source": 3, "summary": "b"}', 'x', 'Line 12: source must be text, not 3.'],
    ['{"id": "x", "source": "a", "summary": null}', 'x', 'Line 12: summary must be text, not null.'],
    ['{"id": "x", "source": "a", "summary": ["b"]}', 'x', 'Line 12: summary must be text, not a list.'],
    ['{"source": {}, "summary": "b"}', null, 'Line 12: id is missing; source must be text, not an object.'],
    ['{"id": null, "source": "a", "summary": "b"}', null, 'Line 12: id must be text or a number, not null.'],
    ['null', null, 'Line 12 is not a JSON object.'],
    ['{"id": 0.12345678901234567, "source": "a", "summary": "b"}', null, /too many digits .* quotes/],
    ['{"id": 1, "source": "a", "summary": NaN}', null, /^Line 12 is not JSON: it holds NaN\.$/],
    ['not json', null, /^Line 12 is not JSON: /],
  ])('names line and key of %s, and keeps the id', (text, id, problem) => {
    const row = read(text, 12);
    expect(row).toMatchObject({ id, line: 12 });
    expect('problem' in row && row.problem).toMatch(problem);
  });
});
