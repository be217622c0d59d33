/** Prefills the article early, while the person edits the summary. */
import { Cancelled } from '../../src/core/cancelled.js';
import type { Checkpoint, QAGenModel, TextPrefix, TokenId } from '../../src/core/qagen-model.js';
import { createCheckpoint } from './checkpoint.js';

/** The KV cache of a longer article (46 kB per token) is not kept during a search: the tab would need too much memory. */
const MOST_KEPT_TOKENS = 2_048;

/** The part of a model that can keep the KV cache of one text. */
export interface KeepingModel extends Pick<QAGenModel, 'encode'> {
  keep(text: readonly TokenId[] | undefined): void;
  readText(text: readonly TokenId[], checkpoint: Checkpoint): Promise<TextPrefix>;
}

/** Tokens of the article; undefined if it is empty or too long to keep. The previous article is dropped. */
export function keepArticle(model: KeepingModel, source: string): readonly TokenId[] | undefined {
  const tokens = model.encode(source);
  const kept = tokens.length > 0 && tokens.length <= MOST_KEPT_TOKENS ? tokens : undefined;
  model.keep(kept);
  return kept;
}

export class ArticleAhead {
  private reading: { readonly stop: AbortController; readonly ended: Promise<unknown> } | undefined;

  /** Replaces the previous article. Ends early, without an error, if another call needs the model. */
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

  /** Resolves once the model is free, at the end of the current chunk. */
  async giveWay(): Promise<void> {
    const { reading } = this;
    reading?.stop.abort();
    await reading?.ended;
  }
}

async function readKept(model: KeepingModel, source: string, checkpoint: Checkpoint): Promise<null> {
  try {
    // A newer text replaces this one before it starts.
    await checkpoint();
    const tokens = keepArticle(model, source);
    if (tokens) (await model.readText(tokens, checkpoint)).release();
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
  }
  return null;
}
