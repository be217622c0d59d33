/**
 * First look: the support head reads a summary behind its article, and without it. It gives each word a probability that the article does
 * not support it, and the summary one that it has such words. It asks no questions, so it costs a fraction of a QUALS score. The paper
 * uses FactCC as such a second judge (Nan et al., 2021, section 4).
 */
import type { MarkLevels } from './mark-levels.js';
import type { ScoredSpan } from './word-marks.js';
import { wordMarks } from './word-marks.js';
import {
  type ClaimFeatures,
  type ClaimReading,
  isFitted,
  type SupportCalibration,
  type TokenFeatures,
} from './support-head.js';

export interface FirstLook {
  /** Probability, 0 to 1, that the article does not support some of the summary. */
  readonly unsupported: number;
  /** Words in order. Offsets into the text that was read. */
  readonly words: readonly ScoredSpan[];
  /** Mean log p(token | article, tokens before it): the plainest rival of QUALS (BARTScore's idea). */
  readonly sourceLogProb: number;
  /** Missing for a head without calibration: its numbers order words and summaries, but are no probabilities to show. */
  readonly levels?: MarkLevels | undefined;
}

/**
 * `tokens`: the text of each token; joined they are the claim's text. `priors`: of `priorLogProbs`; not read where the calibration gives
 * them no weight. Throws RangeError for a reading of another length, or of none.
 */
export function firstLook(
  reading: ClaimReading,
  tokens: readonly string[],
  calibration: SupportCalibration,
  priors: readonly number[] = tokens.map(() => 0),
): FirstLook {
  const { tokenLogits, logProbs } = reading;
  const lengths = [tokenLogits.length, logProbs.length, priors.length];
  if (tokens.length === 0 || lengths.some((length) => length !== tokens.length)) {
    throw new RangeError(
      `${tokens.length} tokens, but ${lengths[0]} logits, ${lengths[1]} log-probabilities and ${lengths[2]} priors.`,
    );
  }
  const probabilities = tokenLogits.map((logit, place) => {
    const features = { logit, logProb: logProbs[place] as number, priorLogProb: priors[place] as number };
    return sigmoid(weighted<TokenFeatures>(calibration.token, features));
  });
  const features = claimFeatures(reading);
  const words = wordMarks(tokens, probabilities);
  const unsupported = sigmoid(weighted<ClaimFeatures>(calibration.claim, features));
  const look = { unsupported, words, sourceLogProb: features.logProb };
  return isFitted(calibration) ? { ...look, levels: calibration.levels ?? {} } : look;
}

function weighted<Features extends object>(
  { weights, offset }: { readonly weights: Features; readonly offset: number },
  features: Features,
): number {
  const names = Object.keys(weights) as (keyof Features)[];
  return names.reduce((sum, name) => sum + Number(weights[name]) * Number(features[name]), offset);
}

function claimFeatures({ claimLogit, tokenLogits, logProbs }: ClaimReading): ClaimFeatures {
  const topThree = mean([...tokenLogits].sort((a, b) => b - a).slice(0, 3));
  return { claim: claimLogit, topThree, mean: mean(tokenLogits), logProb: mean(logProbs) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
