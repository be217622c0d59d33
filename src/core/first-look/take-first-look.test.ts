import { expect, it } from 'vitest';
import type { TextPrefix } from '../qagen-model.js';
import { TableModel } from '../testing/table-model.js';
import type { ClaimReading, SupportHead } from './support-head.js';
import { takeFirstLook } from './take-first-look.js';

const HEAD: SupportHead = {
  marker: 5,
  token: { weight: [], bias: 0 },
  claim: { weight: [], bias: 0 },
  calibration: {
    token: { weights: { logit: 1, logProb: 0, priorLogProb: 0 }, offset: 0 },
    claim: { weights: { claim: 1, topThree: 0, mean: 0, logProb: 0 }, offset: 0 },
  },
};
/** Without an article "Bob" has 1/2 and "sings" 1/4. */
const PRIOR = [0, 0, 0, 0.25, 0.25, 0.5];
const go = async (): Promise<void> => undefined;

/** Says that the claim's last token is unsupported, with even odds for the claim. */
class JudgingModel extends TableModel {
  supportHead = HEAD;
  readonly claims: (readonly number[])[] = [];

  protected override prefixOf(text: readonly number[]): TextPrefix {
    const readClaim = async (claim: readonly number[]): Promise<ClaimReading> => {
      this.claims.push(claim);
      const tokenLogits = claim.map((_, place) => (place === claim.length - 1 ? 0 : -100));
      return {
        tokenLogits,
        claimLogit: 0,
        logProbs: claim.map((token) => (text.length > 0 ? -1 : Math.log(PRIOR[token] ?? 0))),
      };
    };
    return { ...super.prefixOf(text), readClaim };
  }
}

const model = (): JudgingModel => new JudgingModel(['', '', '', 'Ann', 'sings', 'Bob'], () => []);

it('marks words at their places in the text as it was given', async () => {
  const subject = model();
  const look = await takeFirstLook(subject, { source: 'Ann sings', summary: ' Bob \u200b sings\n' }, go);
  expect(subject.claims).toEqual([[5, 4]]);
  expect(look.words).toEqual([
    { start: 1, end: 4, probability: expect.closeTo(0, 12) },
    { start: 7, end: 12, probability: 0.5 },
  ]);
  expect(look).toMatchObject({ unsupported: 0.5, sourceLogProb: -1 });
  expect(subject.open).toBe(0);
});

it('reads the summary without the article where the calibration asks for it', async () => {
  const subject = model();
  const token = { weights: { logit: 0, logProb: 0, priorLogProb: 1 }, offset: 0 };
  subject.supportHead = { ...HEAD, calibration: { ...HEAD.calibration, token } };
  const { words } = await takeFirstLook(subject, { source: 'Ann sings', summary: 'Bob sings' }, go);
  // sigmoid(ln p) = p / (1 + p).
  expect(words.map(({ probability }) => probability)).toEqual([expect.closeTo(1 / 3, 12), expect.closeTo(1 / 5, 12)]);
  expect(subject.prefilled).toEqual([[3, 4], []]);
  expect(subject.open).toBe(0);
});

it('refuses the texts that a score refuses', async () => {
  await expect(takeFirstLook(model(), { source: 'Ann', summary: ' \n' }, go)).rejects.toMatchObject({
    code: 'summary-empty',
  });
  await expect(takeFirstLook(model(), { source: '', summary: 'Ann' }, go)).rejects.toMatchObject({
    code: 'source-empty',
  });
});
