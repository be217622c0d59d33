import { describe, expect, it } from 'vitest';
import { Cancelled } from '../cancelled.js';
import { MATCHED, RELEASED } from '../protocol.js';
import { type Distribution, SPECIAL, TableModel } from '../testing/table-model.js';
import type { ScoreProgress } from '../scorer.js';
import { scoreSummary } from './score-summary.js';

// "Who ?" separator, name, end: the name is the first word of the text with probability 0.9.
const VOCABULARY = ['', '', '', 'Ann', 'Bob', 'Who', '?', 'sings'];
const NEXT: Record<string, number> = { Who: 6, '?': SPECIAL.separator };

function certain(token: number, share = 0.9, vocabulary: readonly string[] = VOCABULARY): number[] {
  const rest = (1 - share) / (vocabulary.length - 2);
  return vocabulary.map((_, id) => (id === token ? share : id === SPECIAL.start ? 0 : rest));
}

const plainOver =
  (vocabulary: readonly string[]): Distribution =>
  (text, path) => {
    const next = (token: number): number[] => certain(token, 0.9, vocabulary);
    const last = path.at(-1);
    if (last === undefined) return next(5);
    if (last === SPECIAL.separator) return next(text[0] as number);
    return next(NEXT[vocabulary[last] as string] ?? SPECIAL.end);
  };
const plain = plainOver(VOCABULARY);

function model(vocabulary: readonly string[] = VOCABULARY): TableModel {
  return new TableModel(vocabulary, plainOver(vocabulary));
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

  describe('of two paths', () => {
    // Given the summary the answer is "Ann" (.4), "Bob" (.3) or "sings" (.25); the second path takes "sings", since "Ann" and
    // "Bob" are the first path's two candidates and lose .5 each: ln .4 − .5 = −1.416, ln .3 − .5 = −1.704, ln .25 = −1.386.
    const answers = {
      summary: [0.01, 0, 0.01, 0.4, 0.3, 0.02, 0.01, 0.25],
      source: [0.01, 0, 0.01, 0.1, 0.6, 0.02, 0.01, 0.25],
    };
    const subject = (): TableModel =>
      new TableModel(VOCABULARY, (text, path) => {
        const last = path.at(-1);
        if (last === undefined) return certain(5);
        if (last === SPECIAL.separator) return answers[text[0] === 3 ? 'summary' : 'source'];
        return certain(NEXT[VOCABULARY[last] as string] ?? SPECIAL.end);
      });
    const ofTwo = { ...search, paths: 2 };

    it('takes the means under both texts in the matched protocol', async () => {
      const result = await scoreSummary(subject(), { ...request, protocol: { ...MATCHED, search: ofTwo } }, control);
      if (result.kind !== 'scored') throw new Error(result.kind);
      // "Ann": (ln .1 − ln .4) / 5 = −.27726; "sings": 0.
      expect(result.pairs.map(({ answer, quals }) => [answer, quals])).toEqual([
        ['Ann', expect.closeTo(-0.27726, 5)],
        ['sings', expect.closeTo(0, 10)],
      ]);
      expect(result.quals).toBeCloseTo(-0.13863, 5);
      expect(result.answerGap).toBeCloseTo(-1.38629 / 2, 5);
    });

    it('takes the search’s score in place of the summary’s mean in the released protocol', async () => {
      const result = await scoreSummary(subject(), { ...request, protocol: { ...RELEASED, search: ofTwo } }, control);
      if (result.kind !== 'scored') throw new Error(result.kind);
      // The search takes .5 from each of "Who", "?", the separator and the end of the second path: 2 / 5 = .4 of its mean.
      expect(result.pairs.map(({ answer, quals }) => [answer, quals])).toEqual([
        ['Ann', expect.closeTo(-0.27726, 5)],
        ['sings', expect.closeTo(0.4, 10)],
      ]);
      // (−.27726 + .4) / 2
      expect(result.quals).toBeCloseTo(0.06137, 5);
    });
  });

  it('is unscorable, without a number, if no answer is in the summary', async () => {
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

  it('reads a text of just the limit', async () => {
    const small = new TableModel(VOCABULARY, () => certain(5), 20);
    const full = { ...request, source: 'Bob sings '.repeat(5).trim() };
    expect(await scoreSummary(small, full, control)).toMatchObject({ kind: 'unscorable' });
  });

  describe('the model’s own answer', () => {
    /** "Who ?" and "Ann" given the summary; given the source what `answer` says behind the separator. */
    const answering = (answer: (path: readonly number[]) => number[]): TableModel =>
      new TableModel(VOCABULARY, (text, path) =>
        text[0] === 4 && path.includes(SPECIAL.separator) ? answer(path) : plain(text, path),
      );
    const sourceAnswer = async (subject: TableModel): Promise<string | undefined> => {
      const result = await scoreSummary(subject, request, control);
      return result.kind === 'scored' ? result.pairs[0]?.sourceAnswer.text : undefined;
    };

    it('never begins with the separator or the start token, however likely', async () => {
      const likely = [0.05, 0.3, 0.3, 0.05, 0.2, 0.03, 0.03, 0.04];
      expect(await sourceAnswer(answering((path) => (path.at(-1) === 4 ? certain(SPECIAL.end) : likely)))).toBe('Bob');
    });

    it('is cut after 32 tokens', async () => {
      expect((await sourceAnswer(answering(() => certain(7))))?.split(' ')).toEqual(Array<string>(32).fill('sings'));
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

  describe('an article that is the summary', () => {
    it('has no gap, though a second reading would say something else', async () => {
      let readings = 0;
      class Unsteady extends TableModel {
        override readText(...args: Parameters<TableModel['readText']>): ReturnType<TableModel['readText']> {
          readings++;
          return super.readText(...args);
        }
      }
      const subject = new Unsteady(VOCABULARY, (_, path) => {
        const last = VOCABULARY[path.at(-1) ?? 0] as string;
        const token = path.length === 0 ? 5 : path.at(-1) === SPECIAL.separator ? 3 : (NEXT[last] ?? SPECIAL.end);
        return certain(token, readings === 1 ? 0.9 : 0.8);
      });
      const result = await scoreSummary(subject, { ...request, source: request.summary }, control);
      if (result.kind !== 'scored') throw new Error(`It is ${result.kind}.`);
      const [pair] = result.pairs;
      expect(pair?.tokens.map(({ summaryLogProb }) => summaryLogProb)).toEqual(
        [0, 1, 2, 3, 4].map(() => expect.closeTo(Math.log(0.9), 10)),
      );
      expect(pair?.tokens.map(({ sourceLogProb }) => sourceLogProb)).toEqual(
        [0, 1, 2, 3, 4].map(() => expect.closeTo(Math.log(0.9), 10)),
      );
      expect([result.quals, result.answerGap]).toEqual([0, 0]);
    });

    it('is not one with the same words in another order', async () => {
      const result = await scoreSummary(model(), { ...request, source: 'sings Ann' }, control);
      if (result.kind !== 'scored') throw new Error(`It is ${result.kind}.`);
      expect(result.quals).toBeCloseTo(gap / 5, 10);
    });
  });

  it('reports its phases in order, and pairs as they are written', async () => {
    const seen: ScoreProgress[] = [];
    await scoreSummary(model(), request, { ...control, onProgress: (progress) => seen.push(progress) });
    const pair = { question: 'Who ?', answer: 'Ann', inSummary: true };
    // The search saw the pair given the summary: nothing is left to force there, and it counts as one of two.
    expect(seen).toEqual([
      { phase: 'read-summary', tokensDone: 2, tokensTotal: 2 },
      ...[1, 2, 3, 4].map((step) => ({ phase: 'write-pairs', step, maxSteps: 8, finished: 0, paths: 1, written: [] })),
      { phase: 'write-pairs', step: 5, maxSteps: 8, finished: 1, paths: 1, written: [pair] },
      { phase: 'keep-pairs', kept: 1, written: 1 },
      { phase: 'force-score', pairsDone: 1, pairsTotal: 2 },
      { phase: 'answer', pairsTotal: 1 },
      { phase: 'read-source', tokensDone: 2, tokensTotal: 2 },
      { phase: 'force-score', pairsDone: 1, pairsTotal: 2 },
      { phase: 'force-score', pairsDone: 2, pairsTotal: 2 },
      { phase: 'answer', pairsTotal: 1 },
    ]);
  });
});
