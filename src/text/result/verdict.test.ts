import { expect, it } from 'vitest';
import {
  ALL_VERBATIM,
  beyondRated,
  judged,
  plainMeaning,
  readingOf,
  besideEarlier,
  TOO_FEW,
  verdict,
} from './verdict.js';

it.each([
  // The interval lies above a half: the share says how strongly.
  [0.8, 0.7, 0.9, /probably supports/],
  [0.79, 0.7, 0.9, /most of/],
  [0.55, 0.5, 0.6, /most of/],
  // Below a half.
  [0.45, 0.4, 0.5, /Parts of/],
  [0.34, 0.2, 0.45, /Parts of/],
  [0.33, 0.2, 0.45, /probably does not/],
  // It holds a half, however far the share is from it.
  [0.5, 0.4, 0.6, /leaves open/],
  [0.9, 0.49, 0.99, /leaves open/],
  [0.1, 0.01, 0.51, /leaves open/],
])('a share of %d between %d and %d reads %s', (share, low, high, words) => {
  expect(verdict(readingOf({ share, low, high }), 'score', { doubted: [] })).toMatch(words);
});

it('never says "true" or "false"', () => {
  const steps = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1];
  for (const low of steps) {
    for (const high of steps.filter((value) => value >= low)) {
      for (const share of [low, high])
        for (const judge of ['score', 'first look'] as const)
          expect(verdict(readingOf({ share, low, high }), judge, { doubted: [] })).not.toMatch(/\b(true|false)\b/iu);
    }
  }
});

it('says which judge leaves it open', () => {
  expect(verdict('open', 'first look', { doubted: [{ name: '48', quals: -4 }] })).toBe(
    'The first look leaves open whether the article supports this summary; check “48”.',
  );
});

const JUDGEMENT = { share: 0.38, low: 0.27, high: 0.5, near: 63, nearConsistent: 24 };

it('gives the share, its interval and the cases', () => {
  const { before, share, after, cases } = judged(JUDGEMENT, 'score');
  expect(`${before}${share}${after}${cases}`.replace(/\u202f/gu, ' ')).toBe(
    'People judged about 38 % of summaries that score like this consistent (95 % interval 27 to 50 %; 24 of the 63 rated summaries nearest to this score).',
  );
  const ofLook = judged(JUDGEMENT, 'first look');
  expect(`${ofLook.after}${ofLook.cases}`.replace(/\u202f/gu, ' ')).toBe(
    ' of summaries with such a first look consistent (95 % interval 27 to 50 %; 24 of the 63 rated summaries nearest to this one).',
  );
});

it('says where nobody has rated such a score', () => {
  expect(beyondRated(-4, -3, 0, true)).toContain('No rated summary scores this low');
  expect(beyondRated(-2.9, -3, 0, true)).toContain('No summary that people judged consistent scores this low');
  expect(beyondRated(0.1, -3, 0, false)).toContain('this high');
  expect(beyondRated(-3, -3, 0, false)).toBeUndefined();
});

it('puts a score in words without anybody’s judgement', () => {
  expect(plainMeaning(-1)).toContain('2.7 times less likely');
  expect(plainMeaning(-3)).toContain('20 times less likely');
  expect(plainMeaning(0.5)).toContain('1.6 times more likely');
  expect(plainMeaning(-0.02)).toContain('about as likely');
});

it('sets a summary beside the last one of its article', () => {
  expect(besideEarlier(-1.219, -0.844)).toBe('The last summary of this article had −1.219; this one is 0.375 higher.');
  expect(besideEarlier(-0.2, -1)).toBe('The last summary of this article had −0.200; this one is 0.800 lower.');
  expect(besideEarlier(-0.5, -0.5003)).toBe('The last summary of this article had −0.500; this one is the same.');
});

it.each([
  [0.85, 0.8, 0.9, -0.7, 'Most answers in this summary are likely given the article; check “48”.'],
  [0.7, 0.6, 0.8, -0.7, 'Most answers in this summary are likely given the article; check “48”.'],
  [0.85, 0.8, 0.9, -0.69, 'The article probably supports this summary.'],
  // From a wide enough gap on, there are marked words.
  [0.7, 0.6, 0.8, -0.3, 'The article probably supports most of this summary; read the marked words.'],
  [0.5, 0.4, 0.6, -2, 'The score leaves open whether the article supports this summary; check “48”.'],
  [0.5, 0.4, 0.6, -0.69, 'The score leaves open whether the article supports this summary.'],
  [0.1, 0.05, 0.2, -2, 'The article probably does not support this summary.'],
])('of a share of %d between %d and %d with a gap of %d it says %j', (share, low, high, quals, words) => {
  expect(verdict(readingOf({ share, low, high }), 'score', { doubted: [{ name: '48', quals }] })).toBe(words);
});

it.each([
  // The answer with a wide gap is named only where no word is marked with confidence.
  [0.85, 0.8, 0.9, /^Check “27” first: .* not supported\.$/],
  [0.7, 0.6, 0.8, /^Check “27” first/],
  // An open score decides nothing, so the mark is what there is to say.
  [0.5, 0.4, 0.6, /^Check “27” first/],
  // This does not speak for the summary, so nothing contradicts the mark.
  [0.1, 0.05, 0.2, /^The article probably does not support this summary; check “27” first\.$/],
])('of a share of %d between %d and %d with a confident mark it says %s', (share, low, high, words) => {
  const evidence = { doubted: [{ name: '48', quals: -2 }], confident: '27' };
  expect(verdict(readingOf({ share, low, high }), 'score', evidence)).toMatch(words);
});

it('names the strongest mark where it does not speak for the summary', () => {
  const evidence = { doubted: [], strongest: '27' };
  expect(verdict('parts', 'first look', evidence)).toBe(
    'Parts of this summary are probably not supported by the article; check “27” first.',
  );
  expect(verdict('supported', 'first look', evidence)).toBe('The article probably supports this summary.');
});

it('speaks of marked words only where there are some', () => {
  const title = 'The article probably supports most of this summary.';
  expect(verdict('mostly', 'first look', { doubted: [] })).toBe(title);
  expect(verdict('mostly', 'first look', { doubted: [], strongest: '27' })).toBe(
    `${title.slice(0, -1)}; read the marked words.`,
  );
});

it('passes over no wide gap, whatever the order of the answers', () => {
  const doubted = [
    { name: 'title bout', quals: -0.3 },
    { name: 'boxer', quals: -0.4 },
  ];
  const named = /check “Joshua”\.$/;
  expect(verdict('supported', 'first look', { doubted, widest: { name: 'Joshua', quals: -2.5 } })).toMatch(named);
  const second = [...doubted.slice(0, 1), { name: 'Joshua', quals: -2.5 }];
  expect(verdict('open', 'first look', { doubted: second })).toMatch(named);
});

it('names first what the article says instead', () => {
  const evidence = { doubted: [], confident: '27', contradicted: { name: '48', instead: '84' } };
  expect(verdict('supported', 'score', evidence)).toBe('Check “48” first: from the article, the model answers “84”.');
  expect(verdict('unsupported', 'score', evidence)).toMatch(/does not support this summary; check “27” first\.$/);
});

it('gives no verdict over few pairs, and says how many there are', () => {
  expect(TOO_FEW.note(1, 6)).toContain('found 1 question with an answer in it');
  expect(TOO_FEW.note(2, 6)).toContain('found 2 questions');
  expect(`${TOO_FEW.title} ${TOO_FEW.note(3, 6)} ${ALL_VERBATIM.title}`).not.toMatch(/support/);
});
