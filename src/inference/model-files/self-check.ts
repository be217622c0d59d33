/** Compares a loaded model with values from PyTorch, because some devices compute wrong values without an error. */
import * as v from 'valibot';
import { QualsError } from '../../core/errors.js';
import type { ClaimReading } from '../../core/first-look/support-head.js';
import type { QAGenModel, TextPrefix, TokenId } from '../../core/qagen-model.js';
import { describeIssues, parseJson } from './manifest.js';

/** Nats. Correct devices stay within 5e-4 of PyTorch; known faults differ by 0.1 and more. */
const SELF_CHECK_TOLERANCE = 2e-3;

const neverStopped = (): Promise<void> => Promise.resolve();

const ids = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));
const logProbs = v.array(v.number());

const selfCheckSchema = v.object({
  model: v.object({ id: v.string(), version: v.string() }),
  tokenisation: v.array(v.object({ text: v.string(), ids })),
  nextTokens: v.array(v.object({ text: v.string(), beginning: ids, tokens: ids, logProbs })),
  forced: v.array(v.object({ text: v.string(), sequence: ids, logProbs })),
  /** Of the support head; models without one have none. */
  claims: v.optional(
    v.array(
      v.object({ source: v.string(), claim: v.string(), tokenLogits: logProbs, claimLogit: v.number(), logProbs }),
    ),
    [],
  ),
});

export type SelfCheck = v.InferOutput<typeof selfCheckSchema>;

/** Throws QualsError `model-damaged`. */
export function parseSelfCheck(text: string): SelfCheck {
  const parsed = v.safeParse(selfCheckSchema, parseJson(text, 'self-check.json'));
  if (!parsed.success) throw new QualsError('model-damaged', `self-check.json: ${describeIssues(parsed.issues)}`);
  return parsed.output;
}

interface Deviations {
  /** Largest difference from PyTorch, in nats. */
  readonly nextTokens: number;
  readonly forced: number;
  /** Of the support head: logits and nats. */
  readonly claims: number;
}

/** Throws QualsError `model-damaged` if tokenisation differs from the expected ids. */
async function deviations(model: QAGenModel, expected: SelfCheck): Promise<Deviations> {
  for (const { text, ids: wanted } of expected.tokenisation) {
    const found = model.encode(text);
    if (found.join() !== wanted.join()) {
      throw new QualsError('model-damaged', `"${text}" became tokens ${found.join()}, expected ${wanted.join()}.`);
    }
  }
  let nextTokens = 0;
  let forced = 0;
  let claims = 0;
  const texts = [...expected.nextTokens, ...expected.forced].map(({ text }) => text);
  for (const text of new Set([...texts, ...expected.claims.map(({ source }) => source)])) {
    const ofText = (row: { readonly text: string }): boolean => row.text === text;
    const prefix = await model.readText(model.encode(text), neverStopped);
    try {
      for (const { beginning, tokens, logProbs } of expected.nextTokens.filter(ofText)) {
        const found = await nextLogProbs(prefix, beginning, tokens);
        nextTokens = Math.max(nextTokens, largestDifference(found, logProbs));
      }
      for (const { sequence, logProbs } of expected.forced.filter(ofText)) {
        const [scored = []] = await prefix.forceScore([sequence], 1, neverStopped);
        const found = scored.map(({ logProb }) => logProb);
        forced = Math.max(forced, largestDifference(found, logProbs));
      }
      for (const { claim, ...wanted } of expected.claims.filter(({ source }) => source === text)) {
        const found = await prefix.readClaim(model.encode(claim), neverStopped);
        claims = Math.max(claims, claimDifference(found, wanted));
      }
    } finally {
      prefix.release();
    }
  }
  return { nextTokens, forced, claims };
}

/** Throws QualsError `device-wrong` if the model deviates by more than the tolerance. */
export async function checkModel(model: QAGenModel, expected: SelfCheck): Promise<void> {
  const found = await deviations(model, expected);
  const { nextTokens, forced, claims } = found;
  // Written so that NaN fails.
  if (!Object.values(found).every((deviation) => deviation <= SELF_CHECK_TOLERANCE)) {
    const detail = `Log-probabilities are off by ${nextTokens} (next tokens), ${forced} (forced) and ${claims} (support head) nats; allowed: ${SELF_CHECK_TOLERANCE}.`;
    throw new QualsError('device-wrong', detail);
  }
}

/** Log-probabilities of `tokens` as next tokens; NaN for a token that is not among the likeliest ones. */
async function nextLogProbs(
  prefix: TextPrefix,
  beginning: readonly TokenId[],
  tokens: readonly TokenId[],
): Promise<number[]> {
  const paths = await prefix.openPaths([beginning], tokens.length);
  paths.release();
  const { next } = paths;
  return tokens.map((token) => next.logProbs[next.tokens.indexOf(token)] ?? Number.NaN);
}

function claimDifference(found: ClaimReading, wanted: ClaimReading): number {
  const pairs = [
    [found.tokenLogits, wanted.tokenLogits],
    [[found.claimLogit], [wanted.claimLogit]],
    [found.logProbs, wanted.logProbs],
  ] as const;
  return Math.max(...pairs.map(([here, there]) => largestDifference(here, there)));
}

function largestDifference(found: readonly number[], wanted: readonly number[]): number {
  if (found.length !== wanted.length) return Number.NaN;
  return found.reduce((largest, value, place) => Math.max(largest, Math.abs(value - (wanted[place] ?? NaN))), 0);
}
