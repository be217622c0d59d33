/** Hand-made pairs for the figures; their numbers come from no model. */
import { sketchPair, type Sketch } from '../../src/charts/testing/sketch-pair.js';
import type { ScoredPair, Span } from '../../src/core/score.js';

export const SUMMARY =
  'Anthony Joshua has a ‘chink in his armour’ ahead of his world heavyweight title bout with Wladimir Klitschko, says former champion Lennox Lewis.';

const span = (words: string): Span[] => {
  const start = SUMMARY.indexOf(words);
  return start < 0 ? [] : [{ start, end: start + words.length }];
};

export const worst = sketchPair(
  [
    ['Who', 0.46, 0.19],
    [' has', 0.31, 0.0063],
    [' a', 0.74, 0.21],
    [' ch', 0.88, 0.02],
    ['ink', 0.98, 0.6],
    [' in', 0.985, 0.965],
    [' his', 0.97, 0.72],
    [' arm', 0.99, 0.97],
    ['our', 0.999, 0.98],
    ['?', 0.83, 0.31],
  ],
  ['', 0.985, 0.995],
  [
    [' Anthony', 0.932, 0.0000048],
    [' Joshua', 0.99, 0.024],
  ],
  ['', 0.96, 0.024],
  {
    spans: span('Anthony Joshua'),
    others: [
      [' Klitschko', 0.001, 0.643],
      [' Wladimir', 0.011, 0.302],
      [' Tyson', 0.0004, 0.014],
      [' the', 0.001, 0.009],
      [' Lewis', 0.006, 0.006],
      [' Joshua', 0.038, 0.0002],
      [' former', 0.002, 0.0001],
    ],
  },
);

export const best = sketchPair(
  [
    ['Who', 0.52, 0.49],
    [' will', 0.38, 0.35],
    [' Anthony', 0.57, 0.52],
    [' Joshua', 0.985, 0.98],
    [' face', 0.61, 0.55],
    ['?', 0.91, 0.89],
  ],
  ['', 0.985, 0.995],
  [
    [' Wlad', 0.95, 0.9],
    ['imir', 0.998, 0.99],
    [' Kl', 0.997, 0.99],
    ['itsch', 0.999, 0.995],
    ['ko', 0.9999, 0.999],
  ],
  ['', 0.97, 0.88],
  { spans: span('Wladimir Klitschko') },
);

/** 25 question tokens, probabilities far below 10⁻⁶, words of several tokens. */
export const long = sketchPair(
  'According| to| the| former| undis|puted| heavy|weight| champion|,| what| does| the| British| fighter| have| that| Kl|itsch|ko| could| ex|plo|it| counter|intuit|ively|?'
    .split('|')
    .map((text, index): Sketch => [
      text,
      0.35 + 0.6 * Math.abs(Math.sin(index * 1.7)),
      Math.max(1e-4, 0.3 + 0.6 * Math.abs(Math.sin(index * 1.7 + 0.2)) - (index % 5) * 0.12),
    ]),
  ['', 0.9999, 0.98],
  [
    [' a', 0.71, 0.04],
    [' ‘', 0.91, 3.2e-4],
    ['ch', 0.97, 6.1e-9],
    ['ink', 0.999, 0.71],
    [' in', 0.98, 0.95],
    [' his', 0.99, 0.81],
    [' arm', 0.99, 0.97],
    ['our', 0.999, 0.999],
    ['’', 0.88, 0.09],
  ],
  ['', 0.94, 0.5],
  { spans: span('a ‘chink in his armour’') },
);

/** One emoji of four tokens that decode alone to U+FFFD, and a family of several code points. */
export const emoji = sketchPair(
  [
    ['What', 0.6, 0.5],
    [' does', 0.7, 0.6],
    [' �', 0.2, 0.01],
    ['�', 0.9, 0.5],
    ['�', 0.95, 0.9],
    [' mean', 0.8, 0.7],
    ['?', 0.95, 0.94],
  ],
  ['', 0.99, 0.99],
  [
    [' box', 0.8, 0.1],
    ['ing', 0.99, 0.9],
    [' ', 0.4, 0.3],
    ['👨‍👩‍👧', 0.3, 0.001],
  ],
  ['', 0.9, 0.7],
  { question: 'What does 🥊 mean?', answer: 'boxing 👨‍👩‍👧' },
);

/** Read from right to left. */
export const arabic = sketchPair(
  [
    ['من', 0.4, 0.3],
    [' سي', 0.6, 0.5],
    ['واجه', 0.9, 0.85],
    [' أنتوني', 0.5, 0.2],
    [' جوشوا', 0.98, 0.97],
    ['؟', 0.9, 0.9],
  ],
  ['', 0.99, 0.98],
  [
    [' فلاديمير', 0.9, 0.0002],
    [' كليتشكو', 0.97, 0.4],
  ],
  ['', 0.95, 0.8],
  { question: 'من سيواجه أنتوني جوشوا؟', answer: 'فلاديمير كليتشكو' },
);

const named = (question: string, answer: string, gap: number, words = answer): ScoredPair => ({
  ...sketchPair(
    question.split(/(?= )|(?=\?)/).map((text): Sketch => [text, 0.7, 0.6]),
    ['', 0.99, 0.98],
    answer.split(/(?= )/).map((text): Sketch => [` ${text.trim()}`, 0.9, 0.5]),
    ['', 0.9, 0.8],
    { spans: span(words) },
  ),
  quals: gap,
});

/** Worst first, ten of them, overlapping. */
export const summaryPairs: readonly ScoredPair[] = [
  worst,
  named('Whose armour has a chink in it?', 'Joshua', -1.968),
  { ...long, quals: -1.402 },
  named('What does Lewis say Joshua has in his armour?', 'chink', -0.931),
  named('Who says Joshua has a chink in his armour?', 'Lennox Lewis', -0.588),
  named('What is at stake in the bout?', 'world heavyweight title', -0.412),
  named('What is Lennox Lewis?', 'former champion', -0.347),
  named('What kind of title bout is it?', 'heavyweight', -0.164),
  named('Which former champion spoke about Joshua?', 'Lennox Lewis', -0.101),
  best,
];

/** The released protocol's score is not the mean of what the chart draws. */
export const released: ScoredPair = { ...worst, quals: worst.sourceMean - worst.generationMean };
