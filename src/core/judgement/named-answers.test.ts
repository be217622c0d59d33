import { describe, expect, it } from 'vitest';
import { contradictedAnswer, answersInDoubt } from './named-answers.js';

const names = (doubted: ReturnType<typeof answersInDoubt>): string[] => doubted.map(({ name }) => name);

describe('an answer that the article contradicts', () => {
  const pair = (answer: string, instead: string, probability: number, quals: number) => ({
    answer,
    quals,
    answerSpans: [{ start: 0, end: 5 }],
    summaryAnswer: { text: answer, logProb: Math.log(0.9), spans: [] },
    sourceAnswer: { text: instead, logProb: Math.log(probability), spans: [] },
  });

  it('is in doubt, and has another likely answer', () => {
    expect(contradictedAnswer([pair('48', ' 84', 0.7, -2)], [])).toEqual({ name: '48', instead: '84' });
    expect(contradictedAnswer([pair('48', '84', 0.4, -2)], [])).toBeUndefined();
    expect(contradictedAnswer([pair('48', '84', 0.7, -0.2)], [])).toBeUndefined();
  });

  it('comes back from the summary itself', () => {
    const nonsense = {
      ...pair('nine to four', 'two million', 0.7, -2),
      summaryAnswer: pair('two million', '', 1, 0).summaryAnswer,
    };
    expect(contradictedAnswer([nonsense], [])).toBeUndefined();
  });

  it('comes back although the model misspells one of its two words', () => {
    const back = (text: string) => ({
      ...pair('Anthony Joshua', 'Klitschko', 0.8, -0.9),
      summaryAnswer: pair(text, '', 1, 0).summaryAnswer,
    });
    expect(contradictedAnswer([back('Antony Joshua')], [])).toEqual({ name: 'Anthony Joshua', instead: 'Klitschko' });
    expect(contradictedAnswer([back('Antony J. Josh')], [])).toBeUndefined();
  });

  it('is of the kind of the other answer', () => {
    // "Where would the council close its pool?"
    const badlyPut = pair('end of July', 'Harwick', 0.8, -1.9);
    expect(contradictedAnswer([badlyPut, pair('July', 'June', 0.8, -0.8)], [])).toEqual({
      name: 'July',
      instead: 'June',
    });
  });

  it('is not the longer or the shorter name of the same', () => {
    const same = [
      pair('Lewis', 'Lennox Lewis', 0.9, -2),
      pair('the ferry', 'Ferry', 0.9, -2),
      pair('Dover', 'dover.', 0.9, -2),
      pair('boxer', 'boxers', 0.9, -2),
      pair('two churches', 'church', 0.9, -2),
      pair("Joshua's", 'Anthony Joshua', 0.9, -2),
    ];
    expect(contradictedAnswer(same, [])).toBeUndefined();
  });

  it.each([
    ['man', 'woman'],
    ['six', 'sixteen'],
    ['Paul', 'Paula'],
    ['US', 'Russia'],
    ['5 people', '15 people'],
    ['10 April', '10 May'],
    ['£5 million', '£5 billion'],
    ['2-1', '1-1'],
    ['two million', 'three million'],
    ['the US', 'the UK'],
    ['men', 'women'],
    ['Theresa May', 'Boris Johnson'],
  ])('%j is another answer than %j', (name, instead) => {
    expect(contradictedAnswer([pair(name, instead, 0.9, -2)], [])).toEqual({ name, instead });
  });

  it('is not the same number in another writing', () => {
    expect(contradictedAnswer([pair('40cm', '40 centimetres', 0.9, -2)], [])).toBeUndefined();
    expect(contradictedAnswer([pair('1,200 people', '1200 men', 0.9, -2)], [])).toBeUndefined();
    expect(contradictedAnswer([pair('40cm', '45 centimetres', 0.9, -2)], [])).toBeDefined();
  });

  it('has a word that the first look marks, if there is a first look', () => {
    const marked = (probability: number) => ({
      words: [{ start: 2, end: 4, probability }],
      levels: { weak: { from: 0.2, wrong: 0.3 } },
    });
    expect(contradictedAnswer([pair('48', '84', 0.7, -2)], [], marked(0.19))).toBeUndefined();
    expect(contradictedAnswer([pair('48', '84', 0.7, -2)], [], marked(0.2))).toBeDefined();
  });

  it('is not in a sentence that the article has word for word', () => {
    expect(contradictedAnswer([pair('48', '84', 0.7, -2)], [{ start: 0, end: 9 }])).toBeUndefined();
  });
});

it('names the answers with the widest gaps, and none that stands inside another', () => {
  const pair = (answer: string, quals: number) => ({ answer, quals, answerSpans: [] });
  const pairs = [pair('Anthony Joshua', -2), pair('Joshua', -1.5), pair('Tyson Fury', -1), pair('Lewis', -0.9)];
  expect(names(answersInDoubt(pairs, []))).toEqual(['Anthony Joshua', 'Tyson Fury']);
  expect(answersInDoubt([pair('Lewis', -0.2)], [])).toEqual([]);
  expect(names(answersInDoubt([pair('', -3), pair('15 women', -2), pair('men', -1)], []))).toEqual(['15 women', 'men']);
});

it('names no answer that only copied sentences give', () => {
  const pair = (answer: string, quals: number, ...starts: number[]) => ({
    answer,
    quals,
    answerSpans: starts.map((start) => ({ start, end: start + 5 })),
  });
  const pairs = [pair('Joshua', -2, 0, 20), pair('Fury', -1, 20, 60), pair('Lewis', -0.9, 28)];
  expect(names(answersInDoubt(pairs, [{ start: 0, end: 30 }]))).toEqual(['Fury', 'Lewis']);
});

it('names first what both judges doubt, where there is a first look', () => {
  const pair = (answer: string, quals: number, start: number) => ({
    answer,
    quals,
    answerSpans: [{ start, end: start + 4 }],
  });
  const pairs = [pair('Fury', -2, 0), pair('Joshua', -1, 10), pair('Lewis', -0.2, 20)];
  // The gap of "Lewis" is too small, whatever its mark.
  const words = [0.2, 0.5, 0.99].map((probability, place) => ({ start: 10 * place, end: 10 * place + 4, probability }));
  expect(names(answersInDoubt(pairs, [], { words }))).toEqual(['Joshua', 'Fury']);
  expect(names(answersInDoubt(pairs, []))).toEqual(['Fury', 'Joshua']);
});
