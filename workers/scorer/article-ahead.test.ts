import { describe, expect, it } from 'vitest';
import type { Checkpoint, TextPrefix, TokenId } from '../../src/core/qagen-model.js';
import { ArticleAhead, keepArticle, type KeepingModel } from './article-ahead.js';

/** Reads one token per chunk, each when the test allows it. */
class SlowModel implements KeepingModel {
  readonly kept: (number | undefined)[] = [];
  readonly read: number[] = [];
  private next: (() => void) | undefined;

  encode(text: string): readonly TokenId[] {
    return [...text].map((_, place) => place);
  }

  keep(text: readonly TokenId[] | undefined): void {
    this.kept.push(text?.length);
  }

  async readText(text: readonly TokenId[], checkpoint: Checkpoint): Promise<TextPrefix> {
    for (const token of text) {
      await checkpoint();
      this.read.push(token);
      await new Promise<void>((resolve) => (this.next = resolve));
    }
    return { release: () => undefined } as TextPrefix;
  }

  async readOne(): Promise<void> {
    const before = this.read.length;
    while (this.read.length === before) {
      this.next?.();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

describe('an article read ahead', () => {
  it('is kept and read to its end', async () => {
    const model = new SlowModel();
    const done = new ArticleAhead().read(model, 'abc');
    for (let token = 0; token < 3; token++) await model.readOne();
    model['next']?.();
    expect(await done).toBeNull();
    expect(model.kept).toEqual([3]);
    expect(model.read).toEqual([0, 1, 2]);
  });

  it('pauses after the current chunk, and is not dropped', async () => {
    const model = new SlowModel();
    const ahead = new ArticleAhead();
    const done = ahead.read(model, 'abcdef');
    await model.readOne();
    const free = ahead.giveWay();
    model['next']?.();
    await free;
    expect(await done).toBeNull();
    expect(model.read).toEqual([0]);
    expect(model.kept).toEqual([6]);
  });

  it('is replaced by a newer one, and that by a newer one still before it begins', async () => {
    const model = new SlowModel();
    const ahead = new ArticleAhead();
    const first = ahead.read(model, 'abc');
    await model.readOne();
    const skipped = ahead.read(model, 'ab');
    const second = ahead.read(model, 'wxyz');
    model['next']?.();
    expect(await first).toBeNull();
    expect(await skipped).toBeNull();
    await model.readOne();
    const free = ahead.giveWay();
    model['next']?.();
    await Promise.all([free, second]);
    expect(model.kept).toEqual([3, 4]);
  });

  it('is not kept if it is empty or takes too much memory, and the previous one is dropped', () => {
    const model = new SlowModel();
    expect(keepArticle(model, 'a'.repeat(2_049))).toBeUndefined();
    expect(keepArticle(model, '')).toBeUndefined();
    expect(keepArticle(model, 'a'.repeat(2_048))).toHaveLength(2_048);
    expect(model.kept).toEqual([undefined, undefined, 2_048]);
  });

  it('reports a failure', async () => {
    const model = new SlowModel();
    model.readText = () => Promise.reject(new Error('The device failed.'));
    const ahead = new ArticleAhead();
    await expect(ahead.read(model, 'abc')).rejects.toThrow('The device failed.');
    await ahead.giveWay();
  });
});
