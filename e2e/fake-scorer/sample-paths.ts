/** Sixty hand-made paths: ten kept pairs, and the other paths of a search. */
import { idOf } from '../../src/charts/testing/sketch-pair.js';
import type { DroppedPair, DropReason, PathToken, TokenPart, WrittenPath } from '../../src/core/score.js';
import { wholeWordSpans } from '../../src/core/text/answer-spans.js';
import { wordsIn } from './sample-words.js';

interface Pair {
  readonly question: string;
  readonly answer: string;
}

const OTHER_ANSWERS = [
  'Klitschko',
  'Tyson Fury',
  'Joshua',
  'Wembley Stadium',
  'a British boxer',
  '27',
  'the IBF title',
];
const OTHERS_EACH = 5;
const ALSO: readonly (Pair & { readonly fate?: DropReason })[] = [
  { question: 'Who did Klitschko lose to?', answer: 'Tyson Fury' },
  { question: 'When is the title bout?', answer: 'Saturday' },
  { question: 'What time zone is used by the boxing', answer: '', fate: 'no-separator' },
];

/** `kept` first, then the others. */
export function samplePaths(kept: readonly Pair[], summary: string): WrittenPath[] {
  const others = kept.flatMap(({ question }, index) =>
    Array.from({ length: OTHERS_EACH }, (_, place) => ({
      question,
      answer: OTHER_ANSWERS[(index * 3 + place) % OTHER_ANSWERS.length] ?? '',
    })),
  );
  const dropped = [...ALSO, ...others].slice(0, 60 - kept.length).map((pair): WrittenPath => {
    const known = kept.some(({ question, answer }) => question === pair.question && answer === pair.answer);
    const inSummary = wholeWordSpans(pair.answer, summary).length > 0;
    const fate = known ? 'duplicate-question' : inSummary ? 'over-cap' : 'answer-not-in-summary';
    return path(pair, 'fate' in pair ? pair.fate : fate);
  });
  return [...kept.map((pair) => path(pair, 'kept')), ...dropped];
}

export function droppedOf(paths: readonly WrittenPath[]): DroppedPair[] {
  const textOf = ({ tokens }: WrittenPath, part: TokenPart): string =>
    tokens
      .filter((token) => token.part === part)
      .map(({ text }) => text)
      .join('')
      .trim();
  return paths.flatMap((each, index) =>
    each.fate === 'kept'
      ? []
      : [
          {
            question: textOf(each, 'question'),
            answer: textOf(each, 'answer'),
            generationMean: -1 - index / 20,
            reason: each.fate,
          },
        ],
  );
}

function path({ question, answer }: Pair, fate: WrittenPath['fate']): WrittenPath {
  const parts: [string, TokenPart][] = [
    ...wordsIn(question).map((word): [string, TokenPart] => [word, 'question']),
    ...(fate === 'no-separator' ? [] : [['', 'separator'] as [string, TokenPart]]),
    ...wordsIn(answer).map((word): [string, TokenPart] => [word, 'answer']),
    ['', 'end'],
  ];
  let before = '';
  const tokens = parts.map(([text, part]): PathToken => {
    before += `${text}|`;
    return { token: idOf(text, part), text, part, logProb: Math.log(likelihood(before)) };
  });
  return { tokens, fate };
}

/** Between .03 and .99, equal for equal beginnings. */
function likelihood(beginning: string): number {
  let hash = 7;
  for (const character of beginning) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1009;
  return 0.03 + (0.96 * hash) / 1009;
}
