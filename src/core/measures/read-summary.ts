/**
 * One pass over a summary behind its article: log p of each token (BARTScore's idea, Yuan et al. 2021), and the first look of a model
 * with a support head, which may need a second pass without the article. Such a model reads the summary behind the token that opens a claim, other models right behind the start token.
 * So the values of two models are not comparable.
 */
import { type FirstLook, firstLook } from '../first-look/first-look.js';
import { priorLogProbs } from '../first-look/prior-log-probs.js';
import { SEARCH } from '../protocol.js';
import type { Checkpoint, KeptText, QAGenModel, TextPrefix, TokenId } from '../qagen-model.js';
import { encodeTexts } from '../quals/check-texts.js';
import type { SpanLogProb } from '../score.js';
import { type NormalisedText, normaliseText } from '../text/normalise-text.js';
import { withoutRepeats } from '../text/repeated-sentences.js';

export interface SummaryRequest {
  readonly source: string;
  readonly summary: string;
}

export interface SummaryReading {
  /** Mean natural log p(token | article, tokens before it). */
  readonly logProb: number;
  /** Each token, in order. Offsets are in `summary` as it was given. Undefined for a tokenizer that changes the text. */
  readonly tokens: readonly SpanLogProb[] | undefined;
  /** Undefined for a model without a support head. */
  readonly firstLook: FirstLook | undefined;
}

/**
 * `article`: the source, kept by the caller. `isEdit`: see `TextPrefix.readClaim`. Throws QualsError for texts that cannot be scored, and
 * `Cancelled`.
 */
export async function readSummary(
  model: QAGenModel,
  { source, summary }: SummaryRequest,
  checkpoint: Checkpoint,
  article?: KeptText,
  isEdit = false,
): Promise<SummaryReading> {
  const texts = { source: normaliseText(source), summary: withoutRepeats(normaliseText(summary)) };
  // The same limits as a score: a text with marks can be scored.
  const ids = encodeTexts(model, texts.source.text, texts.summary.text, SEARCH);
  const prefix = article ? await article.read(checkpoint) : await model.readText(ids.source, checkpoint);
  try {
    const pieces = tokenTexts(model, ids.summary);
    const { supportHead } = model;
    if (!supportHead) {
      const logProbs = await forcedLogProbs(prefix, ids.summary, checkpoint);
      return { ...ofTokens(pieces, logProbs, texts.summary), firstLook: undefined };
    }
    const reading = await prefix.readClaim(ids.summary, checkpoint, isEdit);
    const { calibration } = supportHead;
    const priors =
      calibration.token.weights.priorLogProb === 0
        ? undefined
        : await priorLogProbs(model, ids.summary, checkpoint, isEdit);
    const look = firstLook(reading, pieces, calibration, priors);
    const words = look.words.map((word) => ({ ...word, ...texts.summary.toOriginal(word) }));
    return { ...ofTokens(pieces, reading.logProbs, texts.summary), firstLook: { ...look, words } };
  } finally {
    prefix.release();
  }
}

async function forcedLogProbs(
  prefix: TextPrefix,
  tokens: readonly TokenId[],
  checkpoint: Checkpoint,
): Promise<readonly number[]> {
  const [forced = []] = await prefix.forceScore([tokens], 1, checkpoint);
  return forced.map(({ logProb }) => logProb);
}

/** The text that each token adds: a character of several tokens belongs to the last of them. */
function tokenTexts(model: Pick<QAGenModel, 'decode'>, tokens: readonly TokenId[]): string[] {
  let before = 0;
  return tokens.map((_, place) => {
    const text = model.decode(tokens.slice(0, place + 1)).replace(/\uFFFD+$/u, '');
    const added = text.slice(before);
    before = text.length;
    return added;
  });
}

function ofTokens(
  pieces: readonly string[],
  logProbs: readonly number[],
  { text, toOriginal }: NormalisedText,
): Pick<SummaryReading, 'logProb' | 'tokens'> {
  const logProb = logProbs.reduce((sum, value) => sum + value, 0) / logProbs.length;
  // As the tokenizer reads a lone surrogate.
  if (pieces.join('') !== text.replace(/\p{Surrogate}/gu, '\uFFFD')) return { logProb, tokens: undefined };
  let end = 0;
  const tokens = logProbs.map((value, place): SpanLogProb => {
    const piece = pieces[place] ?? '';
    end += piece.length;
    // Without the blank before a word.
    return { ...toOriginal({ start: end - piece.trimStart().length, end }), logProb: value };
  });
  return { logProb, tokens };
}
