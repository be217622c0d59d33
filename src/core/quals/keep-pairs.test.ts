import { describe, expect, it } from 'vitest';
import { MATCHED, RELEASED } from '../protocol.js';
import { SPECIAL } from '../testing/table-model.js';
import { keepPairs } from './keep-pairs.js';

/** A decoder whose tokens are whole texts, which is enough for questions and answers. */
function written(pairs: readonly (readonly [question: string, answer: string])[]) {
  const texts = ['', '', ''];
  const add = (text: string): number => texts.push(text) - 1;
  const generated = pairs.map(([question, answer], index) => ({
    tokens: [add(question), SPECIAL.separator, add(answer), SPECIAL.end],
    logProbs: [],
    generationScore: -index,
    generationMean: -index / 4,
  }));
  const decode = (tokens: readonly number[]): string => tokens.map((token) => texts[token] ?? '').join('');
  return { generated, model: { decode, tokens: SPECIAL } };
}

function keep(pairs: readonly (readonly [string, string])[], summary: string, protocol = RELEASED) {
  const { generated, model } = written(pairs);
  return keepPairs(generated, summary, protocol, model);
}

const answers = (count: number): string[] => Array.from({ length: count }, (_, index) => `word${index}x`);

// The four cases are the checked behaviour of the released rule (docs/metric.md, section 2).
describe('keep-pairs, checked cases', () => {
  it('keeps 25 of 25 answers with one question each: the cap is soft', () => {
    const names = answers(25);
    const { kept } = keep(
      names.map((name) => ['Who?', name] as const),
      names.join(' '),
    );
    expect(kept).toHaveLength(25);
  });

  it('keeps 12 of 6 answers with 5 questions each', () => {
    const names = answers(6);
    const pairs = names.flatMap((name) => [1, 2, 3, 4, 5].map((n) => [`Question ${n}?`, name] as const));
    const { kept, dropped } = keep(pairs, names.join(' '));
    expect(kept).toHaveLength(12);
    expect(dropped.map(({ reason }) => reason)).toEqual(Array(18).fill('over-cap'));
  });

  it('keeps 10 of one answer with 30 questions', () => {
    const pairs = Array.from({ length: 30 }, (_, n) => [`Question ${n}?`, 'Lewis'] as const);
    expect(keep(pairs, 'Lewis').kept).toHaveLength(10);
  });

  it('ends after a round that kept nothing, even if another question remains', () => {
    const pairs = [
      ['same?', 'Lewis'],
      ['SAME?', 'Lewis'],
      ['other?', 'Lewis'],
    ] as const;
    const { kept, dropped } = keep(pairs, 'Lewis');
    expect(kept.map(({ question }) => question)).toEqual(['same?']);
    expect(dropped.map(({ reason }) => reason)).toEqual(['duplicate-question', 'over-cap']);
  });

  it('groups answers without case: the same question counts once', () => {
    const pairs = [
      ['Who?', 'Lewis'],
      ['Who?', 'LEWIS'],
    ] as const;
    const { kept, dropped } = keep(pairs, 'Lewis');
    expect(kept.map(({ answer }) => answer)).toEqual(['Lewis']);
    expect(dropped.map(({ reason }) => reason)).toEqual(['duplicate-question']);
  });
});

describe('keep-pairs', () => {
  it('takes "art" in "party" and "" under the released rule, neither under the matched one', () => {
    const pairs = [
      ['What?', 'art'],
      ['Which?', ''],
    ] as const;
    expect(keep(pairs, 'a party', RELEASED).kept).toHaveLength(2);
    const { kept, dropped } = keep(pairs, 'a party', MATCHED);
    expect(kept).toEqual([]);
    expect(dropped.map(({ question, reason }) => [question, reason])).toEqual([
      ['What?', 'answer-not-in-summary'],
      ['Which?', 'answer-not-in-summary'],
    ]);
  });

  it('drops pairs with no separator or two, and says so', () => {
    const { model } = written([]);
    const generated = [
      { tokens: [5, SPECIAL.end], logProbs: [], generationScore: -1, generationMean: -0.5 },
      {
        tokens: [5, SPECIAL.separator, SPECIAL.separator, SPECIAL.end],
        logProbs: [],
        generationScore: -1,
        generationMean: -0.25,
      },
    ];
    const { kept, dropped } = keepPairs(generated, 'text', RELEASED, model);
    expect(kept).toEqual([]);
    expect(dropped.map(({ reason }) => reason)).toEqual(['no-separator', 'no-separator']);
  });

  it('sorts pairs by their sum, not by their mean', () => {
    const { generated, model } = written([
      ['Late?', 'x'],
      ['Early?', 'x'],
    ]);
    const reversed = generated.map((pair, index) => ({ ...pair, generationScore: index }));
    expect(keepPairs(reversed, 'x', MATCHED, model).kept[0]?.question).toBe('Early?');
  });
});
