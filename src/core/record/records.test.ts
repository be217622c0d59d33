import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleResult, SOURCE, SUMMARY, UNSCORABLE } from '../../../e2e/fake-scorer/sample-result.js';
import type { Scored } from '../score.js';
import { decodeRecords } from './decode-records.js';
import { encodeResult, encodeResults, type RecordFacts, resultOf } from './encode-record.js';
import type { ResultRecord } from './result-record.js';

const FACTS: RecordFacts = {
  texts: { source: SOURCE, summary: SUMMARY },
  createdAt: '2026-11-29T12:00:00.000Z',
  name: 'System A',
  run: { device: 'webgpu', detail: 'Apple M2', seconds: 9.3, requests: 0 },
  earlier: { summary: 'Another summary.', quals: -1.25 },
};
const RESULT: Scored = {
  ...sampleResult(),
  normalisation: 1,
  firstLook: { unsupported: 0.7, words: [{ start: 0, end: 4, probability: 0.9 }], sourceLogProb: -0.5 },
  measures: { rouge1: 0.3, sourceLogProb: -1.5 },
  summaryTokenLogProbs: [
    { start: 0, end: 7, logProb: -1 },
    { start: 8, end: 14, logProb: -2 },
  ],
};
const RECORD = encodeResult(RESULT, FACTS);
const look = { unsupported: 0.5, words: [], sourceLogProb: -1 };

/** As through a file. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function decodeOne(value: unknown): ResultRecord {
  const decoded = decodeRecords(asJson(value));
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.fault));
  return decoded.records[0];
}

describe('a record', () => {
  it('gives the result and its facts back, through a file', () => {
    const record = decodeOne(RECORD);
    expect(record).toEqual(RECORD);
    expect(record).toMatchObject(FACTS);
    expect(resultOf(record)).toEqual(RESULT);
  });

  it('holds a summary without a number, never a made-up one', () => {
    const record = decodeOne(encodeResult(UNSCORABLE, { texts: FACTS.texts, createdAt: null }));
    expect(record).toMatchObject({ outcome: 'unscorable', measures: {}, pairs: [] });
    expect(resultOf(record)).toEqual({ ...UNSCORABLE, normalisation: 0 });
  });

  it('can be one of several in a file', () => {
    const second = { ...RECORD, name: 'System B' };
    expect(decodeRecords(asJson(encodeResults([RECORD, second])))).toEqual({ ok: true, records: [RECORD, second] });
  });
});

describe('a value that is no record', () => {
  const faultOf = (value: unknown): unknown => {
    const decoded = decodeRecords(asJson(value));
    return decoded.ok ? undefined : decoded.fault;
  };
  const damaged = (field: string) => ({ kind: 'damaged', field });

  it.each([null, 7, 'text', [], [RECORD], {}, { format: 'other' }, { source: 'a', summary: 'b' }])(
    'is of an unknown format: %j',
    (value) => expect(faultOf(value)).toEqual({ kind: 'unknown-format' }),
  );

  it('was made by a newer version', () => {
    const newer = { kind: 'newer', version: 2 };
    expect(faultOf({ ...RECORD, version: 2 })).toEqual(newer);
    expect(faultOf({ format: 'quals-results', version: 2, rows: [] })).toEqual(newer);
    expect(faultOf(encodeResults([RECORD, { ...RECORD, version: 2 as never }]))).toEqual(newer);
  });

  const [pair, ...others] = RECORD.pairs;
  it.each<[string, object]>([
    ['version', { ...RECORD, version: undefined }],
    ['version', { ...RECORD, version: '1' }],
    ['createdAt', { ...RECORD, createdAt: 'yesterday' }],
    ['texts.source', { ...RECORD, texts: { summary: '' } }],
    ['method.model.version', { ...RECORD, method: { ...RECORD.method, model: { id: 'a' } } }],
    ['outcome', { ...RECORD, outcome: 'good' }],
    ['measures.quals', { ...RECORD, measures: { ...RECORD.measures, quals: null } }],
    ['measures.quals', { ...RECORD, measures: { answerGap: RECORD.measures['answerGap'] } }],
    ['measures.quals', { ...RECORD, measures: { ...RECORD.measures, quals: -0.2 } }],
    ['pairs', { ...RECORD, pairs: [] }],
    ['pairs', { ...RECORD, pairs: [...others, pair] }],
    ['pairs', { ...RECORD, outcome: 'unscorable' }],
    ['measures.quals', { ...RECORD, outcome: 'unscorable', pairs: [] }],
    ['pairs.0.tokens', { ...RECORD, pairs: [{ ...pair, tokens: [] }, ...others] }],
    ['measures.sourceLogProb', { ...RECORD, measures: { ...RECORD.measures, sourceLogProb: -1 } }],
    ['measures.sourceLogProb', { ...RECORD, summaryTokenLogProbs: [] }],
    ['summaryTokenLogProbs', { ...RECORD, summaryTokenLogProbs: [{ start: 0, end: 999, logProb: -1.5 }] }],
    ['pairs.0.answerSpans', { ...RECORD, pairs: [{ ...pair, answerSpans: [{ start: 0, end: 999 }] }, ...others] }],
    ['pairs.0.answerSpans', { ...RECORD, pairs: [{ ...pair, answerSpans: [{ start: 9, end: 4 }] }, ...others] }],
    ['dropped.0.reason', { ...RECORD, dropped: [{ ...RECORD.dropped[0], reason: 'dull' }] }],
    ['firstLook.words', { ...RECORD, firstLook: { ...look, words: [{ start: 0, end: 999, probability: 0 }] } }],
    ['firstLook.unsupported', { ...RECORD, firstLook: { ...look, unsupported: 2 } }],
    ['run.device', { ...RECORD, run: { ...RECORD.run, device: 'abacus' } }],
    ['records', { format: 'quals-results', version: 1, records: [] }],
    ['records', { format: 'quals-results', version: 1 }],
    ['records.1.outcome', encodeResults([RECORD, { ...RECORD, outcome: 'good' as never }])],
  ])('is damaged: %s (%#)', (field, value) => {
    expect(faultOf(value)).toEqual(damaged(field));
  });
});

/** Files that version 0.1 of the page wrote, with the tiny model. */
describe('a record of version 0', () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(`src/core/record/fixtures/version-0-${name}.json`, 'utf8'));
  const METHOD = {
    model: { id: 'tiny', version: expect.any(String) as string },
    protocol: 'matched',
    search: { paths: 4, diversityStrength: 0.5, minLength: 8, maxLength: 60 },
    softCap: 10,
    normalisation: 0,
  };
  const TEXTS = {
    source: 'Tom sold 12 houses in Paris on Friday. Anna bought 93 books in Berlin.',
    summary: 'Tom sold 12 houses in Paris on Friday.',
  };

  it('of a device that no version named has no run', () => {
    const { shown, ...rest } = read('session') as { readonly shown: { readonly origin: object } };
    const origin = { ...shown.origin, deviceDetail: 'unknown' };
    expect(decodeOne({ ...rest, shown: { ...shown, origin } }).run).toBeUndefined();
  });

  it('that was stored is read', () => {
    const record = decodeOne(read('session'));
    expect(record).toMatchObject({
      createdAt: null,
      texts: TEXTS,
      method: METHOD,
      outcome: 'scored',
      measures: { quals: -0.260314, answerGap: -0.620952 },
      pairsWritten: 4,
      run: { device: 'wasm', detail: '2 threads', seconds: 9.312, requests: 0 },
      earlier: { summary: 'Tom sold 12 houses.', quals: -1.25 },
    });
    expect(record.pairs.map(({ question, answer }) => `${question} ${answer}`)).toEqual([
      'Who sold houses on Friday? Tom',
    ]);
    expect(record.dropped).toHaveLength(3);
    expect(record.paths).toHaveLength(4);
  });

  it('that was exported is read, as the same result', () => {
    const [exported, stored] = [decodeOne(read('export')), decodeOne(read('session'))];
    expect(resultOf(exported)).toEqual(resultOf(stored));
    expect(exported.texts).toEqual(TEXTS);
    expect(exported.run).toBeUndefined();
  });

  it('without a number is read', () => {
    expect(decodeOne(read('unscorable'))).toMatchObject({
      outcome: 'unscorable',
      measures: {},
      pairs: [],
      run: { device: 'webgpu', detail: 'Apple M2', seconds: 2.5, requests: 3 },
    });
  });

  it('may be one of the page’s examples', () => {
    const example = JSON.parse(readFileSync('public/examples/bridge.json', 'utf8')) as { title: string };
    expect(decodeOne(example)).toMatchObject({ name: example.title, outcome: 'scored' });
  });

  it('that is damaged is not', () => {
    const { shown } = read('session') as { shown: { result: object } };
    const value = { shown: { ...shown, result: { ...shown.result, dropped: 'none' } } };
    expect(decodeRecords(value)).toEqual({ ok: false, fault: { kind: 'damaged', field: 'dropped' } });
  });
});
