/** Reading an article before it is asked for: the model waits for the person anyway. */
import { Cancelled } from '../../src/core/cancelled.js';
import type { Checkpoint } from '../../src/core/qagen-model.js';
import type { KeptArticle } from '../../src/core/quals/kept-article.js';
import { createCheckpoint } from './checkpoint.js';

export class ArticleAhead {
  private reading: { readonly stop: AbortController; readonly ended: Promise<unknown> } | undefined;

  /** Stops the article before it. Ends early, without a throw, where something else needs the model. */
  async read(article: Pick<KeptArticle, 'open'>, source: string): Promise<null> {
    const free = this.giveWay();
    const stop = new AbortController();
    const ended = free.then(() => readKept(article, source, createCheckpoint(stop.signal)));
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

async function readKept(article: Pick<KeptArticle, 'open'>, source: string, checkpoint: Checkpoint): Promise<null> {
  try {
    // What was typed meanwhile stops this one before it begins.
    await checkpoint();
    (await article.open(source)?.read(checkpoint))?.release();
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
  }
  return null;
}
