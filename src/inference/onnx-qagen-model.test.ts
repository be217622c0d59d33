/** Properties of any model, tested on the tiny one: batches, padding and chunks change no number. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNativeModel } from '../../cli/model/open-native-model.js';
import { Cancelled } from '../core/cancelled.js';
import { MATCHED } from '../core/protocol.js';
import type { NextTokens, TextPrefix } from '../core/qagen-model.js';
import { KeptArticle } from '../core/quals/kept-article.js';
import { scoreSummary } from '../core/quals/score-summary.js';
import { TOKENS_PER_RUN } from './graphs/graphs.js';
import type { OnnxQAGenModel } from './onnx-qagen-model.js';

const TOLERANCE = 1e-4;
const TEXT = 'Anna bought bread in Rome on Monday. Tom sold old books in Paris. ';
const go = (): Promise<void> => Promise.resolve();

let model: OnnxQAGenModel;
beforeAll(async () => {
  model = await openNativeModel('public/models/tiny');
});
afterAll(() => model.release());

async function withPrefix<T>(text: string, use: (prefix: TextPrefix) => Promise<T>): Promise<T> {
  const prefix = await model.readText(model.encode(text), go);
  try {
    return await use(prefix);
  } finally {
    prefix.release();
  }
}

/** Path `a` of `found` and path `b` of `wanted` have the same next tokens. */
function expectSameRow(found: NextTokens, a: number, wanted: NextTokens, b: number): void {
  const at = ({ tokens, logProbs, endLogProbs, count }: NextTokens, path: number) => ({
    tokens: [...tokens.subarray(path * count, (path + 1) * count)],
    values: [...logProbs.subarray(path * count, (path + 1) * count), endLogProbs[path] ?? Number.NaN],
  });
  expect(at(found, a).tokens).toEqual(at(wanted, b).tokens);
  at(wanted, b).values.forEach((value, place) => {
    expect(Math.abs((at(found, a).values[place] ?? Number.NaN) - value)).toBeLessThan(TOLERANCE);
  });
}

/** Log-probabilities of a sequence, each from the next tokens after all tokens before it. */
async function oneByOne(prefix: TextPrefix, sequence: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for (const [place, token] of sequence.entries()) {
    const { next } = await prefix.openPaths([sequence.slice(0, place)], 512);
    found.push(next.logProbs[next.tokens.indexOf(token)] ?? Number.NaN);
  }
  return found;
}

describe('paths', () => {
  it('give each beginning the same result as alone, whatever the lengths of the others', async () => {
    const beginnings = ['Who bought', '', 'Where did Tom sell old', 'W', 'Who bought'].map((text) => [
      ...model.encode(text),
    ]);
    await withPrefix(TEXT, async (prefix) => {
      const together = await prefix.openPaths(beginnings, 8);
      const likeliest = beginnings.map((_, path) => together.next.tokens[path * 8] ?? 0);
      for (const [path, beginning] of beginnings.entries()) {
        const alone = await prefix.openPaths([beginning], 8);
        expectSameRow(together.next, path, alone.next, 0);
      }
      // Reversed, with one left out: rows move, and padding stays apart from written tokens.
      const order = [4, 2, 1, 0];
      const next = await together.advance(
        order,
        order.map((path) => likeliest[path] ?? 0),
      );
      for (const [place, path] of order.entries()) {
        const alone = await prefix.openPaths([[...(beginnings[path] ?? []), likeliest[path] ?? 0]], 8);
        expectSameRow(next, place, alone.next, 0);
      }
      const last = await together.advance([3, 3, 0], [40, 41, 42]);
      const alone = await prefix.openPaths([[...(beginnings[0] ?? []), likeliest[0] ?? 0, 41]], 8);
      expectSameRow(last, 1, alone.next, 0);
      together.release();
    });
  });

  it('begin at the start token and agree with teacher forcing', async () => {
    const sequence = [
      ...model.encode('Who bought bread?'),
      model.tokens.separator,
      ...model.encode('Anna'),
      model.tokens.end,
    ];
    await withPrefix(TEXT, async (prefix) => {
      const [forced = []] = await prefix.forceScore([sequence], 5, go);
      const stepwise = await oneByOne(prefix, sequence);
      forced.forEach(({ token, logProb }, place) => {
        expect(token).toBe(sequence[place]);
        expect(Math.abs(logProb - (stepwise[place] ?? Number.NaN))).toBeLessThan(TOLERANCE);
      });
    });
  });

  it('refuse further steps once released', async () => {
    await withPrefix(TEXT, async (prefix) => {
      const paths = await prefix.openPaths([[]], 2);
      paths.release();
      paths.release();
      await expect(paths.advance([0], [5])).rejects.toThrow(/released/);
    });
  });
});

describe('forced sequences', () => {
  it('do not depend on other sequences or on batches', async () => {
    const words = [...model.encode(TEXT.repeat(4))];
    // 40 sequences with shared beginnings, more tokens than one run takes.
    const sequences = Array.from({ length: 40 }, (_, index) => words.slice(index % 7, (index % 7) + 3 + index));
    expect(sequences.flat().length).toBeGreaterThan(4 * TOKENS_PER_RUN);
    await withPrefix(TEXT, async (prefix) => {
      const progress: number[] = [];
      const together = await prefix.forceScore(sequences, 3, go, (done) => progress.push(done));
      for (const [index, sequence] of sequences.entries()) {
        const [alone = []] = await prefix.forceScore([sequence], 3, go);
        expect(together[index]?.map(({ token }) => token)).toEqual(sequence);
        alone.forEach(({ logProb, rank }, place) => {
          const found = together[index]?.[place];
          expect(found?.rank).toBe(rank);
          expect(Math.abs((found?.logProb ?? Number.NaN) - logProb)).toBeLessThan(TOLERANCE);
        });
      }
      expect(progress.at(-1)).toBe(sequences.length);
      expect(progress).toEqual([...progress].sort((a, b) => a - b));
    });
  });

  it('name the likeliest tokens and the rank at each place', async () => {
    await withPrefix(TEXT, async (prefix) => {
      const { next } = await prefix.openPaths([[]], 5);
      const third = next.tokens[2] ?? 0;
      const [sequence] = await prefix.forceScore([[third]], 5, go);
      expect(sequence?.[0]).toMatchObject({ token: third, rank: 3 });
      expect(sequence?.[0]?.alternatives.map(({ token }) => token)).toEqual([...next.tokens]);
    });
  });

  it('of length 0 and none at all are no error', async () => {
    await withPrefix(TEXT, async (prefix) => {
      expect(await prefix.forceScore([], 5, go)).toEqual([]);
      expect(await prefix.forceScore([[]], 5, go)).toEqual([[]]);
    });
  });
});

describe('reading a text', () => {
  it('counts its tokens, and can be released twice', async () => {
    const tokens = [...model.encode(TEXT.repeat(20))].slice(0, 2 * TOKENS_PER_RUN + 40);
    const progress: number[] = [];
    const prefix = await model.readText(tokens, go, (done, total) => progress.push(done, total));
    const total = tokens.length + 1;
    // 297 tokens with the start token: three chunks of 99.
    expect(progress).toEqual([99, total, 198, total, 297, total]);
    expect(prefix.tokenCount).toBe(tokens.length);
    prefix.release();
    prefix.release();
  });

  it('stops at a checkpoint', async () => {
    let seen = 0;
    const stop = (): Promise<void> => (++seen === 2 ? Promise.reject(new Cancelled()) : Promise.resolve());
    const tokens = model.encode(TEXT.repeat(20));
    await expect(model.readText(tokens, stop)).rejects.toThrow(Cancelled);
    expect(seen).toBe(2);
  });

  it('that is kept is read once, however often it is requested and stopped', async () => {
    const tokens = [...model.encode(TEXT.repeat(20))].slice(0, 2 * TOKENS_PER_RUN + 40);
    const sequence = [...model.encode('Who bought bread?')];
    const fresh = await model.readText(tokens, go);
    const [wanted = []] = await fresh.forceScore([sequence], 3, go);
    fresh.release();

    const kept = model.keepText(tokens);
    let seen = 0;
    const stop = (): Promise<void> => (++seen === 2 ? Promise.reject(new Cancelled()) : Promise.resolve());
    await expect(kept.read(stop)).rejects.toThrow(Cancelled);
    const progress: number[] = [];
    (await kept.read(go, (done) => progress.push(done))).release();
    expect(progress).toEqual([198, 297]);
    const again = await kept.read(go, (done) => progress.push(done));
    expect(progress).toHaveLength(2);
    const [found = []] = await again.forceScore([sequence], 3, go);
    expect(found.map(({ logProb }) => logProb)).toEqual(wanted.map(({ logProb }) => logProb));
    again.release();

    kept.release();
    kept.release();
    await expect(kept.read(go)).rejects.toThrow(/released/);
  });

  it('that is kept is read by one caller at a time, and is free at once when it is released meanwhile', async () => {
    const kept = model.keepText([...model.encode(TEXT.repeat(20))].slice(0, 2 * TOKENS_PER_RUN + 40));
    let seen = 0;
    const releaseAtSecond = async (): Promise<void> => {
      if (++seen !== 2) return;
      await expect(kept.read(go)).rejects.toThrow(/being read/);
      kept.release();
    };
    await expect(kept.read(releaseAtSecond)).rejects.toThrow(/released/);
  });

  it('that is kept gives several summaries the scores that they have without it', async () => {
    const source = TEXT.repeat(3);
    const protocol = { ...MATCHED, search: { ...MATCHED.search, paths: 6, maxLength: 20 } };
    const control = { checkpoint: go, onProgress: () => undefined };
    const article = new KeptArticle(model);
    for (const summary of ['Anna bought bread in Paris.', 'Tom sold old books.']) {
      const request = { source, summary, protocol };
      const kept = await scoreSummary(model, request, control, article.open(source));
      const alone = await scoreSummary(model, request, control);
      expect({ ...kept, times: alone.times }).toEqual(alone);
      expect(kept.paths?.length).toBe(6);
    }
    article.release();
  });
});
