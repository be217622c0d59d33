import { expect, it } from 'vitest';
import { methodOf } from '../core/method/scoring-method.js';
import { MATCHED } from '../core/protocol.js';
import { resultRow } from './output-row.js';

const METHOD = methodOf(MATCHED, { id: 'm', version: '1' });
const firstLook = {
  unsupported: 0.25,
  words: [{ start: 4, end: 9, probability: 0.75 }],
  sourceLogProb: -1.5,
};

it('turns a first look around: the probability that the article supports the summary', () => {
  const row = resultRow('a', { kind: 'first-look', firstLook }, 'Tom lives here.', METHOD);
  expect(row).toMatchObject({
    outcome: 'first-look',
    quals: null,
    supported: 0.75,
    firstLookWords: [{ text: 'lives', unsupported: 0.75 }],
    sourceLogProb: -1.5,
  });
});

const unscorable = (measures: Record<string, number>) => ({
  kind: 'unscorable' as const,
  protocol: MATCHED,
  model: { id: 'm', version: '1' },
  measures,
});

it('gives the other measures as the result holds them, null for an agreement without a value', () => {
  const rouge = { rouge1: 0.5, rouge2: 0.25, rougeL: 0.5 };
  const row = (measures: Record<string, number>) =>
    resultRow('a', unscorable(measures) as unknown as Parameters<typeof resultRow>[1], 'Tom lives here.', METHOD);
  expect(row({ ...rouge, sourceLogProb: -2 })).toMatchObject({ rouge, agreement: null, sourceLogProb: -2 });
  expect(row(rouge)).not.toHaveProperty('sourceLogProb');
  expect(row({})).not.toHaveProperty('rouge');
});
