import { expect, it } from 'vitest';
import { sampleResult, SOURCE, SUMMARY, UNSCORABLE } from '../../../e2e/fake-scorer/sample-result.js';
import { decodeScores, encodeScores } from './stored-comparison.js';

const RUN = { device: 'wasm', detail: '2 threads', seconds: 9.3, requests: 0 } as const;
const texts = { source: SOURCE, summary: SUMMARY };

it('gives each score back as it was stored, as JSON too', () => {
  const scores = {
    a: { texts, result: { ...sampleResult(), normalisation: 1 }, createdAt: '2026-01-05T12:00:00.000Z', run: RUN },
    b: { texts, result: { ...UNSCORABLE, normalisation: 1 }, createdAt: null, run: undefined },
  };
  expect(decodeScores(JSON.parse(JSON.stringify(encodeScores(scores))))).toEqual(scores);
});

it('gives back where a score was opened from', () => {
  const scored = { texts, result: { ...UNSCORABLE, normalisation: 1 }, createdAt: null, run: undefined };
  const scores = {
    a: { ...scored, from: { kind: 'example', title: 'A quote' } },
    b: { ...scored, from: { kind: 'history', title: 'An entry' } },
    c: { ...scored, from: { kind: 'file', fileName: 'two.json', resultsInFile: 2 } },
  } as const;
  expect(decodeScores(JSON.parse(JSON.stringify(encodeScores(scores))))).toEqual(scores);
});

it('leaves out what it cannot read, and keeps the rest', () => {
  const stored = encodeScores({ a: { texts, result: UNSCORABLE, createdAt: null } });
  expect(Object.keys(decodeScores({ ...stored, b: { ...(stored['a'] as object), version: 99 }, c: 'x' }))).toEqual([
    'a',
  ]);
  expect(decodeScores(undefined)).toEqual({});
});
