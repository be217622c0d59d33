/** Texts of the charts. Numbers arrive as natural logarithms. */
import type { ScoredPair, TokenPart } from '../../core/score.js';
import { difference, probabilityOf, timesAsLikely } from './chart-numbers.js';
import { count, counted, signed } from '../numbers.js';

export const GIVEN_SUMMARY = 'given the summary';
export const GIVEN_ARTICLE = 'given the article';
export const STEM_LENGTH = 'length of the stem: the difference';
export const QUESTION = 'Question';
export const ANSWER = 'Answer';
export const LN_RATIO = 'ln ratio';
/** Label above the axis, which has little room. */
export const PROBABILITY = 'prob.';

/** The label of a token; separator, end and spaces have no text. */
export function labelOf(text: string, part: TokenPart): string {
  if (part === 'separator') return 'sep.';
  if (part === 'end') return 'end';
  return text === '' ? '␣' : text;
}

/** The same for screen readers and sentences. */
export function nameOf(text: string, part: TokenPart): string {
  if (part === 'separator') return 'the separator';
  if (part === 'end') return 'the end of the answer';
  return text === '' ? 'a space' : `“${text}”`;
}

interface Spoken {
  readonly text: string;
  readonly part: TokenPart;
  readonly summaryLogProb: number;
  readonly sourceLogProb: number;
}

/** The accessible name of a mark. */
export function markName({ text, part, summaryLogProb, sourceLogProb }: Spoken): string {
  const place = part === 'answer' ? ', in the answer' : '';
  const ratio = timesAsLikely(sourceLogProb - summaryLogProb);
  return (
    `${nameOf(text, part)}${place}: ${probabilityOf(summaryLogProb)} ${GIVEN_SUMMARY}, ` +
    `${probabilityOf(sourceLogProb)} ${GIVEN_ARTICLE}, ${ratio}`
  );
}

/** The accessible name of the chart's list of marks. */
export function chartName(pair: ScoredPair, label: string): string {
  const which = label === '' ? '' : `${label}: `;
  return `${which}tokens of “${pair.question}” ${pair.answer}. Pair score ${signed(pair.quals)}. Arrow keys move, Enter selects.`;
}

/** One sentence that says what the figure shows. `widest`: the drawn mark with the widest gap. */
export function takeaway(widest: Spoken | undefined): string {
  if (!widest || widest.sourceLogProb - widest.summaryLogProb > -Math.log(2)) {
    return 'Every token keeps more than half of its probability given the article.';
  }
  const ratio = timesAsLikely(widest.sourceLogProb - widest.summaryLogProb);
  const name = nameOf(widest.text, widest.part);
  return `Widest: ${name} is ${ratio} ${GIVEN_ARTICLE}.`;
}

/** The caption under the pair's score: which mean it is. */
export function scoreCaption(pair: ScoredPair): string {
  const mean = pair.sourceMean - pair.summaryMean;
  const tokens = counted(pair.tokens.length, 'token difference');
  const answer = `answer alone\u00a0${signed(pair.answerGap, 2)}`;
  const released = pair.sourceMean - pair.generationMean;
  // Choose the closer formula: stored results are rounded, so neither may match exactly.
  if (Math.abs(mean - pair.quals) <= Math.abs(released - pair.quals)) return `mean of ${tokens}; ${answer}`;
  return (
    `released protocol: ${signed(pair.sourceMean)} ${GIVEN_ARTICLE} minus the search’s own score ${signed(pair.generationMean)}; ` +
    `the mean of the ${tokens} drawn here is ${signed(mean)}`
  );
}

/** The note for marks of several tokens, because the score is a mean over tokens. */
export function mergedNote(merged: number): string {
  return `${counted(merged, 'word')} with several tokens: ${merged === 1 ? 'its' : 'their'} probabilities are multiplied.`;
}

export function moreTokens(hidden: number, side: 'left' | 'right'): string {
  return side === 'left' ? `‹ ${count(hidden)} more left` : `${count(hidden)} more right ›`;
}

export const DETAIL = {
  in: (label: string): string => (label === '' ? '' : ` in ${label}`),
  place: (first: number, size: number, total: number): string =>
    size === 1 ? `token ${first} of ${total}` : `tokens ${first} to ${first + size - 1} of ${total}`,
  ratio: 'Times as likely',
  timesLess: 'Times less likely',
  timesMore: 'Times more likely',
  difference: 'Difference (natural log)',
  share: 'Share of this pair’s gap',
  likelyGivenSummary: 'Most likely here, given the summary',
  likelyGivenArticle: 'Most likely here, given the article',
  pieces: 'Tokens of this word',
  pieceHint: 'The probabilities of the word’s tokens are multiplied. Show the lists for:',
  none: 'Select a token in the chart to see its probabilities and what else the model expected there.',
  noAlternatives: 'Not stored with this result.',
  opposes: 'reduces it',
} as const;

export const TABLE = {
  token: { word: 'Word', token: 'Token' },
  part: 'Part',
  times: 'Article against summary',
  difference: 'Difference (ln)',
  rankSummary: 'Rank, summary',
  rankArticle: 'Rank, article',
  parts: { question: 'question', separator: 'separator', answer: 'answer', end: 'end' },
  mean: (tokens: number): string => `Mean over ${counted(tokens, 'token')}`,
  caption: (pair: ScoredPair, label: string): string =>
    `${label === '' ? '' : `${label}: `}${pair.question} ${pair.answer}`,
} as const;

export const EXPORT = {
  title: 'Probability of each token of the question and its answer',
  credit: (model: string, protocol: string, paths: number): string =>
    `QUALS in the browser. QAGen model ${model}; ${protocol} protocol, ${counted(paths, 'path')}.`,
  unit: { word: 'One mark per word (the probabilities of its tokens are multiplied).', token: 'One mark per token.' },
  scale: { linear: 'Linear scale.', log: 'Log scale: the stem length is the difference.' },
  describe: (pairs: readonly { label: string; pair: ScoredPair }[]): string =>
    pairs.map(({ label, pair }) => `${label}: ${pair.question} ${pair.answer}, score ${signed(pair.quals)}.`).join(' '),
  summaryScore: (quals: number): string => `QUALS of the summary ${signed(quals)}`,
} as const;

/** Value next to a mark. */
export const lnRatio = difference;
