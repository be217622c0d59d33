import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sampleResult, SOURCE, SUMMARY } from '../../../e2e/fake-scorer/sample-result.js';
import { encodeResult } from './encode-record.js';
import { decodeRecordLines, encodeRecordLines } from './record-lines.js';

const texts = { source: `${SOURCE}\u2028\u2029\n`, summary: SUMMARY };
const RECORD = encodeResult(sampleResult(), { texts, createdAt: null });

it('has one record on each line, for readers that know more line ends too', () => {
  const lines = encodeRecordLines([RECORD, RECORD]);
  expect(lines.split(/[\n\u2028\u2029]/u)).toHaveLength(3);
  expect(decodeRecordLines(lines)).toEqual({ ok: true, records: [RECORD, RECORD] });
  expect(decodeRecordLines(lines.replaceAll('\n', '\r\n\r\n'))).toEqual({ ok: true, records: [RECORD, RECORD] });
});

it('reads records of version 0 beside those of the present version', () => {
  const old = JSON.stringify(JSON.parse(readFileSync('src/core/record/fixtures/version-0-export.json', 'utf8')));
  const decoded = decodeRecordLines(`${old}\n${encodeRecordLines([RECORD])}`);
  expect(decoded).toMatchObject({
    ok: true,
    records: [{ measures: { quals: -0.260314 } }, { measures: RECORD.measures }],
  });
});

it('names the line that is cut off, and the record that is damaged', () => {
  const lines = encodeRecordLines([RECORD]);
  expect(decodeRecordLines(lines + lines.slice(0, 99))).toEqual({
    ok: false,
    fault: { kind: 'damaged', field: 'line 2' },
  });
  expect(decodeRecordLines(`\n\n${lines}{`)).toMatchObject({ fault: { field: 'line 4' } });
  const wrong = encodeRecordLines([RECORD, { ...RECORD, tokens: { source: -1, summary: 1 } }]);
  expect(decodeRecordLines(wrong)).toEqual({ ok: false, fault: { kind: 'damaged', field: 'records.1.tokens.source' } });
  expect(decodeRecordLines('')).toMatchObject({ ok: false });
});
