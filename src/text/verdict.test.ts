import { expect, it } from 'vitest';
import type { ScoredPair } from '../core/score.js';
import { plainMeaning, verdict, widestAnswers } from './verdict.js';

it.each([
  [0.8, /probably supports/],
  [0.795, /probably supports/],
  [0.79, /most of/],
  [0.6, /most of/],
  [0.59, /Parts of/],
  [0.2, /Parts of/],
  [0.19, /probably does not/],
])('a share of %d reads %s', (share, words) => {
  expect(verdict({ share })).toMatch(words);
});

it('puts a score in words without anybody’s judgement', () => {
  expect(plainMeaning(-1)).toContain('2.7 times less likely');
  expect(plainMeaning(-3)).toContain('20 times less likely');
  expect(plainMeaning(0.5)).toContain('1.6 times more likely');
  expect(plainMeaning(-0.02)).toContain('about as likely');
});

it('names the widest answers, and none that stands inside another', () => {
  const pair = (answer: string, quals: number) => ({ answer, quals }) as ScoredPair;
  const pairs = [pair('Anthony Joshua', -2), pair('Joshua', -1.5), pair('Tyson Fury', -1), pair('Lewis', -0.9)];
  expect(widestAnswers(pairs)).toEqual(['Anthony Joshua', 'Tyson Fury']);
  expect(widestAnswers([pair('Lewis', -0.2)])).toEqual([]);
});
