import { describe, expect, it } from 'vitest';
import type { Checkpoint, KeptText, TextPrefix } from '../../src/core/qagen-model.js';
import { BackgroundWork, readAhead } from './background-work.js';

/** Reads a character a chunk, each when the test lets it. */
class SlowArticle {
  readonly opened: string[] = [];
  readonly read: string[] = [];
  private next: (() => void) | undefined;

  open(source: string): KeptText | undefined {
    this.opened.push(source);
    if (source === '') return undefined;
    return { tokens: [], read: (checkpoint) => this.readAll(source, checkpoint), release: () => undefined };
  }

  async readAll(source: string, checkpoint: Checkpoint): Promise<TextPrefix> {
    for (const character of source) {
      await checkpoint();
      this.read.push(character);
      await new Promise<void>((resolve) => (this.next = resolve));
    }
    return { release: () => undefined } as TextPrefix;
  }

  /** Ends the chunk that is being read. */
  go(): void {
    this.next?.();
  }

  async readOne(): Promise<void> {
    const before = this.read.length;
    while (this.read.length === before) {
      this.go();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

describe('an article read ahead', () => {
  it('is opened and read to its end', async () => {
    const article = new SlowArticle();
    const done = new BackgroundWork().run((checkpoint) => readAhead(article, 'abc', checkpoint));
    for (let chunk = 0; chunk < 3; chunk++) await article.readOne();
    article.go();
    expect(await done).toBeNull();
    expect(article.opened).toEqual(['abc']);
    expect(article.read).toEqual(['a', 'b', 'c']);
  });

  it('gives way after the chunk that is being read', async () => {
    const article = new SlowArticle();
    const ahead = new BackgroundWork();
    const done = ahead.run((checkpoint) => readAhead(article, 'abcdef', checkpoint));
    await article.readOne();
    const free = ahead.giveWay();
    article.go();
    await free;
    expect(await done).toBeNull();
    expect(article.read).toEqual(['a']);
  });

  it('gives way to a newer one, and that to a newer one still before it begins', async () => {
    const article = new SlowArticle();
    const ahead = new BackgroundWork();
    const first = ahead.run((checkpoint) => readAhead(article, 'abc', checkpoint));
    await article.readOne();
    const skipped = ahead.run((checkpoint) => readAhead(article, 'ab', checkpoint));
    const second = ahead.run((checkpoint) => readAhead(article, 'wxyz', checkpoint));
    article.go();
    expect(await first).toBeNull();
    expect(await skipped).toBeNull();
    await article.readOne();
    const free = ahead.giveWay();
    article.go();
    await Promise.all([free, second]);
    expect(article.opened).toEqual(['abc', 'wxyz']);
  });

  it('is not read where it is not kept', async () => {
    const article = new SlowArticle();
    expect(await new BackgroundWork().run((checkpoint) => readAhead(article, '', checkpoint))).toBeNull();
    expect(article.read).toEqual([]);
  });

  it('says what failed', async () => {
    const article = new SlowArticle();
    article.readAll = () => Promise.reject(new Error('The device failed.'));
    const ahead = new BackgroundWork();
    await expect(ahead.run((checkpoint) => readAhead(article, 'abc', checkpoint))).rejects.toThrow(
      'The device failed.',
    );
    await ahead.giveWay();
  });
});
