/** Several processes write what one writes. */
import { describe, expect, it } from 'vitest';
import { outputRows, runScore, SOURCE, TINY } from './testing/run-score.js';

const OTHER = `Mary read 4 letters in Oslo. ${SOURCE}`;
const ROWS = [
  { id: 'a', source: SOURCE, summary: 'Tom sold 12 houses in Paris on Friday.' },
  { id: 'b', source: OTHER, summary: 'Mary read 4 letters in Oslo.' },
  { id: 'c', source: OTHER, summary: 'Tom sold 12 houses.' },
  { id: 'd', summary: 'no source' },
  { id: 'e', source: SOURCE, summary: 'Anna bought 93 books in Berlin.' },
  { id: 'f', source: SOURCE, summary: ' ' },
];
const INPUT = ROWS.map((row) => `${JSON.stringify(row)}\n`)
  .join('')
  .replace('"b"', '12345678901234567891');

describe('quals score --jobs 2', () => {
  it('writes, byte for byte, what one process writes', async () => {
    const one = await runScore(TINY, INPUT);
    const two = await runScore([...TINY, '--jobs', '2'], INPUT);
    expect(new Set(outputRows(one.stdout).map(({ outcome }) => outcome))).toEqual(
      new Set(['scored', 'unscorable', 'error']),
    );
    expect(two.stdout).toBe(one.stdout);
    expect(two.code).toBe(1);
    expect(two.stderr).toContain(', 2 failed.');
  });

  it('says once that a model cannot be opened', async () => {
    const { code, stdout, stderr } = await runScore(['--model', 'nowhere', '--jobs', '2'], INPUT);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^nowhere.manifest\.json cannot be read.*\n$/);
  });
});
