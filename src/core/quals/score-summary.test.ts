import { describe, expect, it } from 'vitest';
import { Cancelled } from '../cancelled.js';
import { MATCHED, RELEASED } from '../protocol.js';
import { SPECIAL, TableModel } from '../testing/table-model.js';
import type { ScoreProgress } from '../scorer.js';
import { scoreSummary } from './score-summary.js';

// "Who ?" separator, name, end: the name is the first word of the text with probability 0.9.
const VOCABULARY = ['', '', '', 'Ann', 'Bob', 'Who', '?', 'sings'];
const NEXT: Record<string, number> = { Who: 6, '?': SPECIAL.separator };

function certain(token: number, share = 0.9): number[] {
  const rest = (1 - share) / (VOCABULARY.length - 2);
  return VOCABULARY.map((_, id) => (id === token ? share : id === SPECIAL.start ? 0 : rest));
}

function model(): TableModel {
  return new TableModel(VOCABULARY, (text, path) => {
    const last = path.at(-1);
    if (last === undefined) return certain(5);
    if (last === SPECIAL.separator) return certain(text[0] as number);
    return certain(NEXT[VOCABULARY[last] as string] ?? SPECIAL.end);
  });
}

const search = { paths: 1, diversityStrength: 0.5, minLength: 2, maxLength: 8 };
const request = { source: 'Bob sings', summary: 'Ann sings', protocol: { ...MATCHED, search } };
const control = { checkpoint: async () => undefined, onProgress: () => undefined };

describe('score-summary', () => {
  // Five tokens, four with equal probability given both texts; "Ann" has .9 given the summary and .1 / 6 given the source.
  const gap = Math.log(0.1 / 6) - Math.log(0.9);

  it('scores a pair whose answer the source does not support', async () => {
    const result = await scoreSummary(model(), request, control);
    if (result.kind !== 'scored') throw new Error(result.kind);
    expect(result.quals).toBeCloseTo(gap / 5, 10);
    expect(result.answerGap).toBeCloseTo(gap, 10);
    expect(result.pairs[0]).toMatchObject({ question: 'Who ?', answer: 'Ann', answerSpans: [{ start: 0, end: 3 }] });
    expect(result.pairs[0]?.sourceAnswer).toMatchObject({ text: 'Bob', spans: [{ start: 0, end: 3 }] });
    expect(result.pairs[0]?.sourceAnswer.logProb).toBeCloseTo(2 * Math.log(0.9), 10);
    expect(result.pairs[0]?.tokens.map(({ part }) => part)).toEqual([
      'question',
      'question',
      'separator',
      'answer',
      'end',
    ]);
    expect(result.pairs[0]?.tokens[3]).toMatchObject({ summaryRank: 1 });
    // "Who" and "?" have probability 0.9 each, and so on: every token of this path is the likeliest.
    expect(result.paths?.map(({ fate }) => fate)).toEqual(['kept']);
    const steps = result.paths?.[0]?.tokens.map(({ logProb }) => logProb);
    expect(steps).toEqual([0, 1, 2, 3, 4].map(() => expect.closeTo(Math.log(0.9), 10)));
  });

  it('takes the generation score in the released protocol', async () => {
    const result = await scoreSummary(model(), { ...request, protocol: { ...RELEASED, search } }, control);
    if (result.kind !== 'scored') throw new Error(result.kind);
    const { sourceMean, generationMean } = result.pairs[0] ?? { sourceMean: NaN, generationMean: NaN };
    expect(result.quals).toBeCloseTo(sourceMean - generationMean, 12);
  });

  it('gives 0 where both texts are the same', async () => {
    const result = await scoreSummary(model(), { ...request, source: request.summary }, control);
    expect(result).toMatchObject({ kind: 'scored', quals: 0, answerGap: 0 });
  });

  it('is unscorable, without a number, if no answer is in the summary', async () => {
    const other = new TableModel(VOCABULARY, () => certain(7));
    const unscorable = await scoreSummary(other, request, control);
    expect(unscorable).toMatchObject({ kind: 'unscorable', pairsWritten: 1 });
    expect(unscorable).not.toHaveProperty('quals');
    expect(unscorable.dropped).toHaveLength(1);
  });

  it.each([
    ['source', '  \n', 'source-empty'],
    ['summary', '\t', 'summary-empty'],
  ])('refuses an empty %s', async (field, text, code) => {
    await expect(scoreSummary(model(), { ...request, [field]: text }, control)).rejects.toMatchObject({ code });
  });

  it('names the limit for a text that is too long', async () => {
    const small = new TableModel(VOCABULARY, () => certain(5), 20);
    const long = { ...request, source: 'Bob sings '.repeat(20).trim() };
    await expect(scoreSummary(small, long, control)).rejects.toMatchObject({
      code: 'source-too-long',
      figures: { tokens: 40, limit: 10 },
    });
  });

  it('stops at the next checkpoint and gives every prefix back', async () => {
    let stops = 0;
    for (let finished = false; !finished;) {
      const subject = model();
      let calls = 0;
      const checkpoint = async (): Promise<void> => {
        if (calls++ === stops) throw new Cancelled();
      };
      const run = scoreSummary(subject, request, { ...control, checkpoint });
      finished = await run.then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(Cancelled);
          return false;
        },
      );
      expect(subject.open).toBe(0);
      if (!finished) stops++;
    }
    // One call before each text, one before each of five search steps. Given the summary, the model's answer equals the pair's, so
    // teacher forcing gives it. Given the source it differs in one token, and one more token is computed: the end.
    expect(stops).toBe(2 + 5 + 1);
  });

  it('gives no gap at all where the article is the summary', async () => {
    const result = await scoreSummary(model(), { ...request, source: request.summary }, control);
    if (result.kind !== 'scored') throw new Error(`It is ${result.kind}.`);
    for (const { sourceLogProb, summaryLogProb } of result.pairs.flatMap(({ tokens }) => tokens)) {
      expect(sourceLogProb).toBe(summaryLogProb);
    }
    expect(result.quals).toBe(0);
  });

  it('reports its phases in order, and pairs as they are written', async () => {
    const seen: ScoreProgress[] = [];
    await scoreSummary(model(), request, { ...control, onProgress: (progress) => seen.push(progress) });
    const written = seen.flatMap((progress) => (progress.phase === 'write-pairs' ? progress.written : []));
    expect(written).toEqual([{ question: 'Who ?', answer: 'Ann', inSummary: true }]);
    expect(seen.at(-1)?.phase).toBe('answer');
  });
});
