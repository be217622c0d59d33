import { describe, expect, it } from 'vitest';
import { Cancelled } from '../cancelled.js';
import { MATCHED, RELEASED } from '../protocol.js';
import { SPECIAL, TableModel } from '../testing/table-model.js';
import type { ScoreProgress } from '../scorer.js';
import { scoreSummary } from './score-summary.js';

// "Who ?" separator, name, end: the name follows the text's first word nine times in ten.
const VOCABULARY = ['', '', '', 'Ann', 'Bob', 'Who', '?', 'sings'];
const NEXT: Record<string, number> = { Who: 6, '?': SPECIAL.separator };

function certain(token: number, share = 0.9, vocabulary = VOCABULARY): number[] {
  const rest = (1 - share) / (vocabulary.length - 2);
  return vocabulary.map((_, id) => (id === token ? share : id === SPECIAL.start ? 0 : rest));
}

function model(vocabulary = VOCABULARY): TableModel {
  const next = (token: number): number[] => certain(token, 0.9, vocabulary);
  return new TableModel(vocabulary, (text, path) => {
    const last = path.at(-1);
    if (last === undefined) return next(5);
    if (last === SPECIAL.separator) return next(text[0] as number);
    return next(NEXT[vocabulary[last] as string] ?? SPECIAL.end);
  });
}

const search = { paths: 1, diversityStrength: 0.5, minLength: 2, maxLength: 8 };
const request = { source: 'Bob sings', summary: 'Ann sings', protocol: { ...MATCHED, search } };
const control = { checkpoint: async () => undefined, onProgress: () => undefined };

describe('score-summary', () => {
  // Five tokens, four alike under both texts; "Ann" has .9 given the summary and .1 / 6 given the source.
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
    // "Who" and "?" each nine times in ten, and so on: every token of this path is the likeliest.
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

  it('is unscorable, without a number, where no answer stands in the summary', async () => {
    const other = new TableModel(VOCABULARY, () => certain(7));
    const unscorable = await scoreSummary(other, request, control);
    expect(unscorable).toMatchObject({ kind: 'unscorable', pairsWritten: 1 });
    expect(unscorable).not.toHaveProperty('quals');
    expect(unscorable.dropped).toHaveLength(1);
  });

  it.each([
    ['a line break at the end', 'Ann sings\n'],
    ['a blank at the end', 'Ann sings '],
    ['a blank at the start', ' Ann sings'],
    ['a soft hyphen', 'Ann si\u00adngs'],
    ['a zero-width space', 'A\u200bnn sings'],
    ['a word joiner and a byte-order mark', '\ufeffAnn s\u2060ings'],
    ['a no-break space', 'Ann\u00a0sings'],
    ['a run of blanks', 'Ann \t  sings'],
  ])('gives a summary with %s the score of the plain one', async (_, summary) => {
    const plain = await scoreSummary(model(), request, control);
    const found = await scoreSummary(model(), { ...request, summary }, control);
    if (plain.kind !== 'scored' || found.kind !== 'scored') throw new Error('Not scored.');
    expect(found.quals).toBe(plain.quals);
    expect(found.answerGap).toBe(plain.answerGap);
    expect(found.pairs.map(({ tokens }) => tokens)).toEqual(plain.pairs.map(({ tokens }) => tokens));
  });

  it('scores a sentence that the summary repeats once', async () => {
    const words = [...VOCABULARY, 'aloud.'];
    const plain = await scoreSummary(model(words), { ...request, summary: 'Ann sings aloud.' }, control);
    const thrice = 'Ann sings aloud. Ann sings aloud.\nAnn sings aloud.';
    const found = await scoreSummary(model(words), { ...request, summary: thrice }, control);
    if (plain.kind !== 'scored' || found.kind !== 'scored') throw new Error('Not scored.');
    expect(found.quals).toBe(plain.quals);
    expect(found.summaryTokens).toBe(3);
    expect(found.pairs[0]?.answerSpans).toEqual([{ start: 0, end: 3 }]);
  });

  it('gives spans in the texts as they were given', async () => {
    const texts = { source: '\n Bo\u00adb sings', summary: '\u200b A\u00adnn  sings' };
    const result = await scoreSummary(model(), { ...request, ...texts }, control);
    if (result.kind !== 'scored') throw new Error(result.kind);
    const [pair] = result.pairs;
    expect(pair?.answerSpans).toEqual([{ start: 2, end: 6 }]);
    expect(pair?.summaryAnswer.spans).toEqual([{ start: 2, end: 6 }]);
    expect(pair?.sourceAnswer.spans).toEqual([{ start: 2, end: 6 }]);
    expect(result.quals).toBeCloseTo(gap / 5, 10);
  });

  it.each([
    ['source', '  \n', 'source-empty'],
    ['summary', '\t', 'summary-empty'],
    ['summary', '\u200b \u00ad', 'summary-empty'],
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
    // One before each text, one before each of five search steps. Given the summary the model answers as the pair does, which
    // forcing has said; given the source with another token, after which one is computed: the end.
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
