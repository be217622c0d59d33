import { expect, it } from 'vitest';
import { sampleResult, SOURCE, SUMMARY } from '../../../e2e/fake-scorer/sample-result.js';
import { encodeResult } from '../../core/record/encode-record.js';
import { encodeRecordLines } from '../../core/record/record-lines.js';
import { encodeTexts } from '../../state/share/shared-texts.js';
import { readResultFile } from './read-result-file.js';

const texts = { source: SOURCE, summary: SUMMARY };
const RECORD = encodeResult(sampleResult(), { texts, createdAt: null });
const TEXT = JSON.stringify(RECORD, null, 1);

it('reads an exported file, with a byte-order mark too', async () => {
  expect(await readResultFile(new Blob([TEXT]))).toEqual({ ok: true, records: [RECORD] });
  expect(await readResultFile(new Blob(['\uFEFF', TEXT]))).toEqual({ ok: true, records: [RECORD] });
});

it('reads JSON Lines of records', async () => {
  const lines = encodeRecordLines([RECORD, { ...RECORD, name: 'B\u2028' }]);
  expect(lines.split(/[\n\u2028]/)).toHaveLength(3);
  const records = [RECORD, { ...RECORD, name: 'B\u2028' }];
  expect(await readResultFile(new Blob([lines]))).toEqual({ ok: true, records });
  expect(await readResultFile(new Blob([`${lines}{"cut`]))).toMatchObject({
    fault: { kind: 'damaged', field: 'line 3' },
  });
});

it('reads texts that somebody saved', async () => {
  const shared = { ...texts, protocol: 'matched', preset: 'quick' } as const;
  expect(await readResultFile(new Blob([encodeTexts(shared)]))).toEqual({ ok: true, shared: { ok: true, shared } });
});

it.each([
  ['', 'not-json'],
  ['Dear diary', 'not-json'],
  [TEXT.slice(0, -9), 'not-json'],
  ['{"pairs": []}', 'unknown-format'],
  ['{"id":1,"outcome":"error","quals":null,"answerGap":null,"pairs":[]}', 'score-rows'],
  ['{"id":1,"outcome":"error","quals":null,"answerGap":null,"pairs":[]}\n{"id":2}\n', 'score-rows'],
  ['{"format":"quals-history","version":1}\n{}', 'history'],
  [TEXT.replace('"version": 1', '"version": 9'), 'newer'],
  [TEXT.replace('"outcome": "scored"', '"outcome": "unscorable"'), 'damaged'],
])('says what is wrong with %#', async (text, kind) => {
  expect(await readResultFile(new Blob([text]))).toMatchObject({ ok: false, fault: { kind } });
});

it('does not read a file that is too large, or one that is gone', async () => {
  const text = (): Promise<string> => Promise.reject(new DOMException('gone', 'NotFoundError'));
  expect(await readResultFile({ size: 100_000_001, text })).toMatchObject({ fault: { kind: 'too-large' } });
  expect(await readResultFile({ size: 10, text })).toEqual({ ok: false, fault: { kind: 'unreadable' } });
});
