/** Work that nobody waits for: it reads an article ahead, or takes a first look, while a person still types. */
import { Cancelled } from '../../src/core/cancelled.js';
import type { Checkpoint } from '../../src/core/qagen-model.js';
import type { KeptArticle } from '../../src/core/quals/kept-article.js';
import { createCheckpoint } from './checkpoint.js';

export class BackgroundWork {
  private running: { readonly stop: AbortController; readonly ended: Promise<unknown> } | undefined;

  /** Stops the work before it. Resolves to null, early and without a throw, where something else needs the model. */
  async run<T>(work: (checkpoint: Checkpoint) => Promise<T>): Promise<T | null> {
    const free = this.giveWay();
    const stop = new AbortController();
    const ended = free.then(() => unlessStopped(work, createCheckpoint(stop.signal)));
    const running = { stop, ended: ended.catch(() => undefined) };
    this.running = running;
    try {
      return await ended;
    } finally {
      if (this.running === running) this.running = undefined;
    }
  }

  /** Resolves once the model is free, at the end of the step under way. */
  async giveWay(): Promise<void> {
    const { running } = this;
    running?.stop.abort();
    await running?.ended;
  }
}

async function unlessStopped<T>(
  work: (checkpoint: Checkpoint) => Promise<T>,
  checkpoint: Checkpoint,
): Promise<T | null> {
  try {
    // What was typed meanwhile stops this one before it begins.
    await checkpoint();
    return await work(checkpoint);
  } catch (error) {
    if (error instanceof Cancelled) return null;
    throw error;
  }
}

/** The article is kept for every summary of it, until another is opened. */
export async function readAhead(
  article: Pick<KeptArticle, 'open'>,
  source: string,
  checkpoint: Checkpoint,
): Promise<null> {
  (await article.open(source)?.read(checkpoint))?.release();
  return null;
}
