import { expect, it } from 'vitest';
import { MATCHED } from '../../core/protocol.js';
import type { Unscorable } from '../../core/score.js';
import type { InputRow } from '../row.js';
import { recordLine } from './record-line.js';

const RESULT: Unscorable = {
  kind: 'unscorable',
  protocol: MATCHED,
  model: { id: 'by-hand', version: '1' },
  summaryTokens: 1,
  sourceTokens: 1,
  pairsWritten: 0,
  dropped: [],
  times: { readSummary: 0, writePairs: 0, readSource: 0, forceScore: 0, answer: 0 },
};
const ROW: InputRow = { id: 1, source: 'a', summary: 'b', line: 2 };
const AT = '2026-11-30T12:00:00.000Z';

const nameOf = (row: InputRow): unknown => (JSON.parse(recordLine(row, RESULT, AT) ?? '') as { name: unknown }).name;

it('tells a reference from the summary that has the same id', () => {
  expect(nameOf(ROW)).toBe('1');
  expect(nameOf({ ...ROW, system: 'reference' })).toBe('1, reference');
  expect(nameOf({ ...ROW, id: 12345678901234567891n, system: 'reference' })).toBe('12345678901234567891, reference');
});
