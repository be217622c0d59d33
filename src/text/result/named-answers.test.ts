import { describe, expect, it } from 'vitest';
import { contradictedAnswer, widestAnswers } from './named-answers.js';

const names = (widest: ReturnType<typeof widestAnswers>): string[] => widest.map(({ name }) => name);

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
    ];
    expect(contradictedAnswer(same, [])).toBeUndefined();
  });

  it('is not in a sentence that the article has word for word', () => {
    expect(contradictedAnswer([pair('48', '84', 0.7, -2)], [{ start: 0, end: 9 }])).toBeUndefined();
  });
});

it('names the widest answers, and none that stands inside another', () => {
  const pair = (answer: string, quals: number) => ({ answer, quals, answerSpans: [] });
  const pairs = [pair('Anthony Joshua', -2), pair('Joshua', -1.5), pair('Tyson Fury', -1), pair('Lewis', -0.9)];
  expect(names(widestAnswers(pairs, []))).toEqual(['Anthony Joshua', 'Tyson Fury']);
  expect(widestAnswers([pair('Lewis', -0.2)], [])).toEqual([]);
});

it('names no answer that only copied sentences give', () => {
  const pair = (answer: string, quals: number, ...starts: number[]) => ({
    answer,
    quals,
    answerSpans: starts.map((start) => ({ start, end: start + 5 })),
  });
  const pairs = [pair('Joshua', -2, 0, 20), pair('Fury', -1, 20, 60), pair('Lewis', -0.9, 28)];
  expect(names(widestAnswers(pairs, [{ start: 0, end: 30 }]))).toEqual(['Fury', 'Lewis']);
});
