/** A first look from two texts: normalise, read the article or take what is kept of it, read the summary once behind it. */
import { QualsError } from '../errors.js';
import { SEARCH } from '../protocol.js';
import type { Checkpoint, KeptText, QAGenModel, TokenId } from '../qagen-model.js';
import { encodeTexts } from '../quals/check-texts.js';
import { normaliseText } from '../text/normalise-text.js';
import { type FirstLook, firstLook } from './first-look.js';

export interface FirstLookRequest {
  readonly source: string;
  readonly summary: string;
}

/**
 * `article`: the source, kept by the caller. Offsets of the words are in `summary` as it was given. Throws QualsError for texts that
 * cannot be scored, and `Cancelled`. The model must have a support head.
 */
export async function takeFirstLook(
  model: QAGenModel,
  { source, summary }: FirstLookRequest,
  checkpoint: Checkpoint,
  article?: KeptText,
): Promise<FirstLook> {
  const { supportHead } = model;
  if (!supportHead) throw new QualsError('internal', 'This model has no support head.');
  const texts = { source: normaliseText(source), summary: normaliseText(summary) };
  // The same limits as a score: a text with marks can be scored.
  const tokens = encodeTexts(model, texts.source.text, texts.summary.text, SEARCH);
  const prefix = article ? await article.read(checkpoint) : await model.readText(tokens.source, checkpoint);
  try {
    const reading = await prefix.readClaim(tokens.summary, checkpoint);
    const look = firstLook(reading, tokenTexts(model, tokens.summary), supportHead.calibration);
    return { ...look, words: look.words.map((word) => ({ ...word, ...texts.summary.toOriginal(word) })) };
  } finally {
    prefix.release();
  }
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
