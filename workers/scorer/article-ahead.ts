/** Reading an article before it is asked for: the model waits for the person anyway. */
import { Cancelled } from '../../src/core/cancelled.js';
import type { Checkpoint, QAGenModel, TextPrefix, TokenId } from '../../src/core/qagen-model.js';
import { normaliseText } from '../../src/core/text/normalise-text.js';
import { createCheckpoint } from './checkpoint.js';

/** A longer article's keys and values, 46 kB a token, are not kept beside a search: the tab would take too much memory. */
const MOST_KEPT_TOKENS = 2_048;

/** Of a model that can keep what it read of one text. */
export interface KeepingModel extends Pick<QAGenModel, 'encode'> {
  keep(text: readonly TokenId[] | undefined): void;
  readText(text: readonly TokenId[], checkpoint: Checkpoint): Promise<TextPrefix>;
}

/** The tokens of the normalised text, as the score reads them; undefined where it is too long to be kept, or empty. The article before it is dropped. */
export function keepArticle(model: KeepingModel, source: string): readonly TokenId[] | undefined {
  const tokens = model.encode(normaliseText(source).text);
  const kept = tokens.length > 0 && tokens.length <= MOST_KEPT_TOKENS ? tokens : undefined;
  model.keep(kept);
  return kept;
}

export class ArticleAhead {
  private reading: { readonly stop: AbortController; readonly ended: Promise<unknown> } | undefined;

  /** Stops the article before it. Ends early, without a throw, where something else needs the model. */
  async read(model: KeepingModel, source: string): Promise<null> {
    const free = this.giveWay();
    const stop = new AbortController();
    const ended = free.then(() => readKept(model, source, createCheckpoint(stop.signal)));
    const reading = { stop, ended: ended.catch(() => undefined) };
    this.reading = reading;
    try {
      return await ended;
    } finally {
      if (this.reading === reading) this.reading = undefined;
    }
  }

  /** Resolves once the model is free, at the end of the chunk that is being read. */
  async giveWay(): Promise<void> {
    const { reading } = this;
    reading?.stop.abort();
    await reading?.ended;
  }
}

async function readKept(model: KeepingModel, source: string, checkpoint: Checkpoint): Promise<null> {
  try {
    // What was typed meanwhile stops this one before it begins.
    await checkpoint();
    const tokens = keepArticle(model, source);
    if (tokens) (await model.readText(tokens, checkpoint)).release();
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
  }
  return null;
}
