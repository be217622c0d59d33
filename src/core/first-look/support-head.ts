/**
 * The support head: a linear layer with two outputs on the model's final hidden states. The model reads
 * `text <start> <marker> claim <start>`; the first output reads each token of the claim, the second the closing start token.
 */

import type { MarkLevels } from './mark-levels.js';

export interface LinearOutput {
  /** [width]. */
  readonly weight: readonly number[];
  readonly bias: number;
}

export interface SupportCalibration {
  /** P(token unsupported) = sigmoid(Σ weight · feature + offset). */
  readonly token: { readonly weights: TokenFeatures; readonly offset: number };
  /** P(claim unsupported) = sigmoid(Σ weight · feature + offset); see `first-look.ts` for the features. */
  readonly claim: { readonly weights: ClaimFeatures; readonly offset: number };
  /** Levels of the marks by P(token unsupported). */
  readonly levels?: MarkLevels | undefined;
}

export interface TokenFeatures {
  readonly logit: number;
  /** log p(token | text, tokens before it). */
  readonly logProb: number;
  /** log p(token | tokens before it), without the text (`prior-log-probs.ts`). */
  readonly priorLogProb: number;
}

export interface ClaimFeatures {
  /** The claim's logit. */
  readonly claim: number;
  /** The mean of its three largest token logits (of all, where there are fewer), and of all of them. */
  readonly topThree: number;
  readonly mean: number;
  /** Mean log p(token | text, tokens before it). */
  readonly logProb: number;
}

export interface SupportHead {
  /** Token that opens a claim. */
  readonly marker: number;
  readonly token: LinearOutput;
  readonly claim: LinearOutput;
  readonly calibration: SupportCalibration;
}

/** One pass over a claim behind a text. */
export interface ClaimReading {
  /** Logit that each token of the claim is unsupported. */
  readonly tokenLogits: readonly number[];
  /** Logit that the claim is unsupported. */
  readonly claimLogit: number;
  /** Natural log p(token | text, marker, tokens before it). */
  readonly logProbs: readonly number[];
}

/** `hidden`: float32 [width]. Summed in double precision. */
export function linear({ weight, bias }: LinearOutput, hidden: Float32Array): number {
  let sum = bias;
  for (let place = 0; place < hidden.length; place++) sum += (weight[place] ?? Number.NaN) * (hidden[place] as number);
  return sum;
}

/** False for the calibration of a new head, which passes the logits through: nobody has compared them with judged texts. */
export function isFitted({ token, claim }: SupportCalibration): boolean {
  return !passes(token, 'logit') || !passes(claim, 'claim');
}

/** Whether `feature` comes out as it is, and nothing else counts. */
function passes<Features extends object>(
  { weights, offset }: { readonly weights: Features; readonly offset: number },
  feature: keyof Features,
): boolean {
  return offset === 0 && Object.entries(weights).every(([name, weight]) => weight === (name === feature ? 1 : 0));
}
