/** support-head.json of a model's folder (docs/model-format.md). */
import * as v from 'valibot';
import { QualsError } from '../../core/errors.js';
import type { SupportHead } from '../../core/first-look/support-head.js';
import { describeIssues } from './manifest.js';

const finite = v.pipe(v.number(), v.finite());

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const level = v.object({ from: share, wrong: share });

const output = v.object({ weight: v.array(finite), bias: finite });

const schema = v.object({
  format: v.literal(2),
  marker: v.pipe(v.number(), v.integer(), v.minValue(0)),
  token: output,
  claim: output,
  calibration: v.object({
    token: v.object({
      weights: v.object({ logit: finite, logProb: finite, priorLogProb: finite }),
      offset: finite,
    }),
    claim: v.object({
      weights: v.object({ claim: finite, topThree: finite, mean: finite, logProb: finite }),
      offset: finite,
    }),
    levels: v.optional(v.object({ weak: v.optional(level), strong: v.optional(level) })),
  }),
});

/** `width`: of the model's hidden states. Throws QualsError `model-damaged`. */
export function parseSupportHead(json: unknown, width: number): SupportHead {
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) throw new QualsError('model-damaged', `support-head.json: ${describeIssues(parsed.issues)}`);
  const { token, claim } = parsed.output;
  for (const { weight } of [token, claim]) {
    if (weight.length !== width) {
      throw new QualsError(
        'model-damaged',
        `support-head.json has ${weight.length} weights; the model is ${width} wide.`,
      );
    }
  }
  return parsed.output;
}
