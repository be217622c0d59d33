import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { MATCHED } from '../../core/protocol.js';
import { methodFields } from '../../core/method/method-fields.js';
import { methodOf } from '../../core/method/scoring-method.js';
import type { OutputRow } from '../output-row.js';
import { CSV_START, csvLine } from './csv-rows.js';

const made = methodFields(methodOf(MATCHED, { id: 'm', version: '1' }));
const SCORED: OutputRow = {
  id: 12345678901234567891n,
  outcome: 'scored',
  quals: -0.5,
  answerGap: 0,
  pairs: [{ question: 'Who "won"?', answer: 'Tom,\nAnna', quals: -0.5, answerGap: 0, tokens: [] }],
  rouge: { rouge1: 0.25, rouge2: 0.125, rougeL: 0.5 },
  firstLookWords: [{ text: 'Tom', unsupported: 0.25 }],
  ...made,
};
const FAILED: OutputRow = {
  id: '=cmd()',
  system: 'reference',
  outcome: 'error',
  quals: null,
  answerGap: null,
  pairs: [],
  error: { code: 'row-invalid', message: 'Line 2: source is missing.' },
  ...made,
};

it('gives every field back, flat, and disarms formulas', () => {
  expect(CSV_START.startsWith('\uFEFFid,outcome,quals,')).toBe(true);
  const text = CSV_START.slice(1) + csvLine(SCORED) + csvLine(FAILED);
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(2);
  expect(data[0]).toMatchObject({
    id: '12345678901234567891',
    quals: '-0.5',
    pairCount: '1',
    rouge1: '0.25',
    rouge2: '0.125',
    rougeL: '0.5',
    referenceRouge1: '',
    system: '',
    firstLookWords: '[{"text":"Tom","unsupported":0.25}]',
    errorCode: '',
    protocol: 'matched',
    paths: '60',
    model: 'm',
    modelVersion: '1',
    pairs: '[{"question":"Who \\"won\\"?","answer":"Tom,\\nAnna","quals":-0.5,"answerGap":0}]',
  });
  expect(data[1]).toMatchObject({
    id: "'=cmd()",
    system: 'reference',
    quals: '',
    errorCode: 'row-invalid',
    errorMessage: 'Line 2: source is missing.',
    firstLookWords: '',
    pairs: '[]',
  });
});
