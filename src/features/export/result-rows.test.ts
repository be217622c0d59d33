import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { MATCHED } from '../../core/protocol.js';
import type { Scored, ScoredPair } from '../../core/score.js';
import { pairsCsv, tokensCsv } from './result-rows.js';

const answer = { text: 'K, "the" champion', logProb: -0.5, spans: [] };
const pair: ScoredPair = {
  question: '=HYPERLINK("x")',
  answer: 'K',
  tokens: [
    {
      token: 7,
      text: '\nK',
      part: 'answer',
      summaryLogProb: -0.25,
      sourceLogProb: -2.25,
      summaryRank: 1,
      sourceRank: 4,
      summaryAlternatives: [],
      sourceAlternatives: [],
    },
  ],
  summaryMean: -0.25,
  sourceMean: -2.25,
  quals: -2,
  answerGap: -2,
  generationScore: -1,
  generationMean: -1,
  answerSpans: [],
  sourceAnswer: answer,
  summaryAnswer: answer,
};
const result: Scored = {
  kind: 'scored',
  quals: -2,
  answerGap: -2,
  pairs: [pair],
  dropped: [{ question: 'Why?', answer: 'rain', generationMean: -3, reason: 'answer-not-in-summary' }],
  protocol: MATCHED,
  model: { id: 'tiny', version: '1' },
  summaryTokens: 3,
  sourceTokens: 9,
  pairsWritten: 2,
  times: { readSummary: 1, writePairs: 1, readSource: 1, forceScore: 1, answer: 1 },
};

const read = (csv: string) => Papa.parse<Record<string, string>>(csv, { header: true }).data;

it('writes kept and dropped pairs, with numbers in full', () => {
  const [kept, dropped] = read(pairsCsv(result));
  expect(kept).toMatchObject({ pair: '1', answer: 'K', kept: 'true', quals: '-2', sourceAnswer: 'K, "the" champion' });
  expect(dropped).toMatchObject({ pair: '', question: 'Why?', kept: 'false', reason: 'answer-not-in-summary' });
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("x")\n&A1'])('writes %j as a text', (question) => {
  const csv = pairsCsv({ ...result, pairs: [{ ...pair, question }] });
  expect(read(csv)[0]).toMatchObject({ question: `'${question}`, quals: '-2' });
});

it('begins with a byte-order mark, so that Excel shows the right letters', () => {
  const bytes = new TextEncoder().encode(tokensCsv({ pairs: [{ ...pair, question: 'Où?' }] }));
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

it('names the scoring method in each row', () => {
  const method = { protocol: 'matched', paths: '60', model: 'tiny', modelVersion: '1', normalisation: '1' };
  expect(read(pairsCsv({ ...result, normalisation: 1 }))).toMatchObject([method, method]);
});

it('writes one row a token', () => {
  expect(read(tokensCsv(result))).toMatchObject([
    { pair: '1', place: '1', part: 'answer', token: '7', text: '\nK', difference: '-2', sourceRank: '4' },
  ]);
});

it('has the columns of dropped pairs where none was kept', () => {
  expect(read(pairsCsv({ ...result, pairs: [] }))).toMatchObject([{ question: 'Why?', answer: 'rain', paths: '60' }]);
});
