/** In separate passes, both procedures give what a score gives with shared work. */
import { expect, it } from 'vitest';
import { openNativeModel } from '../../cli/model/open-native-model.js';
import { agreement } from '../../src/core/measures/agreement.js';
import { MATCHED } from '../../src/core/protocol.js';
import { scoreSummary } from '../../src/core/quals/score-summary.js';
import { runQags, runQuals } from './two-procedures.js';

const TEXTS = {
  source: 'Tom sold 12 houses in Paris on Friday. Anna bought 93 books in Berlin.',
  summary: 'Anna sold 12 houses in Berlin on Friday.',
  paths: 12,
};

it('gives the score’s QUALS and agreement', async () => {
  const model = await openNativeModel('public/models/tiny');
  const protocol = { ...MATCHED, search: { ...MATCHED.search, paths: TEXTS.paths } };
  const control = { checkpoint: () => Promise.resolve(), onProgress: () => undefined };
  const result = await scoreSummary(model, { ...TEXTS, protocol }, control);
  if (result.kind !== 'scored') throw new Error('No pair was kept.');
  expect((await runQuals(model, TEXTS)).value).toBeCloseTo(result.quals, 4);
  expect((await runQags(model, TEXTS)).value).toEqual(agreement(result.pairs));
  await model.release();
});
