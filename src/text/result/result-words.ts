/** Texts of the result. */
import { IN_DOUBT } from '../../core/judgement/in-doubt.js';
import { MATCHED } from '../../core/protocol.js';
import { count, counted, probability, seconds, signed } from '../numbers.js';
import type { Reading } from './verdict.js';

export const RESULT = 'Result';
export const QUALS = 'QUALS';
export const NO_SCORE = 'no score';
export const ZERO_MEANS = '0 means: as likely given either text';
export function meanOf(pairs: number): string {
  return `mean of ${counted(pairs, 'pair score')}`;
}
export const WHAT_IS_QUALS = 'How QUALS is computed';

export const UNSCORABLE_TITLE = 'No question about this summary could be kept.';
export function unscorableReason(written: number): string {
  const wrote =
    written === 1 ? 'one question, but its answer is not' : `${written} questions, but none of the answers is`;
  return `The model wrote ${wrote} in the summary. This does not show whether the summary is right. Averages count it separately, never as a number.`;
}
export const EDIT_SUMMARY = 'Edit the summary';
export const TRY_RELEASED = 'Try the released protocol, which also accepts parts of words';
export function droppedSome(shown: number, all: number): string {
  return shown === all ? 'Dropped questions' : `Dropped questions (${shown} of ${all})`;
}

export const RAN = 'Ran on this device';
export const SCORED_BEFOREHAND = 'Scored beforehand';
export function took(value: number): string {
  return seconds(value);
}
export function writtenAndKept(written: number, kept: number): string {
  return `${count(written)}\u00a0${written === 1 ? 'question' : 'questions'} written, ${count(kept)}\u00a0kept`;
}
export const REQUESTS = 'Network requests during the run:';
export const MODEL = 'Model';
export const EDIT_TEXTS = 'Edit texts';

export const WHERE = 'Where in the summary';
export const WHERE_NOTE =
  'Darker words of an answer are less likely given the article. The numbers refer to the pairs below.';

export const ANSWERS = 'Which answers';
export function answersNote(pairs: number): string {
  return pairs === 1 ? 'one pair' : `${counted(pairs, 'pair')}, numbered from the widest gap`;
}
/** Above the pairs that do not survive the round trip. */
export const UNCLEAR_QUESTIONS =
  'Unclear questions: the summary itself hardly gives these answers back. They count in the score, but are weak evidence.';
export const SELECT_HINT = 'Click a row or press Enter to draw it as A; with Shift, as B';
export const FILTER = {
  label: 'Pairs shown',
  all: (pairs: number): string => `All ${pairs}`,
  doubt: (pairs: number): string => `In doubt ${pairs}`,
  dropped: (pairs: number): string => `Dropped ${pairs}`,
};
export const NONE_IN_DOUBT = `No pair is in doubt: every gap is smaller than ${signed(-IN_DOUBT, 2)}.`;
export const COLUMNS = {
  pair: 'Pair',
  figure: 'In the figure',
  question: 'Question',
  summary: 'The summary says',
  article: 'The article says',
  gap: 'Gap',
  score: 'Score',
} as const;
export const SAME = 'same';
export const NO_CLEAR_ANSWER = 'no clear answer';
export function drawAs(letter: string, pair: number): string {
  return `Draw pair ${pair} as ${letter}`;
}
export function showOtherPairs(others: number): string {
  return `Show the other ${counted(others, 'pair')}`;
}

export const DROPPED_COLUMNS = { question: 'Question', answer: 'Answer', reason: 'Why it was dropped' } as const;
export const DROPPED_NOTE = `The search writes more pairs than it keeps. A pair counts if its answer is in the summary. About ${MATCHED.softCap} pairs are kept, spread over different answers.`;

export const WHY = 'Why';
export const FIGURE = {
  extent: { label: 'Tokens drawn', all: 'All tokens', answer: 'Answer only' },
  scale: { label: 'Scale', linear: 'Linear', log: 'Log' },
  unit: { label: 'One mark per', word: 'Words', token: 'Tokens' },
  which: 'Pair drawn',
} as const;
export function pairOf(index: number, pairs: number): string {
  const place = index === 0 ? ', widest gap' : index === pairs - 1 ? ', narrowest gap' : '';
  return `Pair ${index + 1} of ${pairs}${pairs === 1 ? '' : place}`;
}
export const CAPTION = {
  lead: 'Figure 1.',
  text: (pairs: number): string =>
    `Probability of each word of ${pairs === 1 ? 'a question and its answer' : 'two questions and their answers'}, written by the model from the summary.`,
  log: 'On the log scale, the length of a stem is the difference.',
  linear: 'A tall bar with a low ring: likely given the summary, unlikely given the article.',
  mean: 'The score is a mean over tokens; a word may have several tokens.',
} as const;
export const AS_TABLE = 'The same numbers as a table';

export const INSTEAD = 'What the article says instead';
export const INSTEAD_SAME = 'What the article says';
export const GIVEN = { summary: 'Summary', article: 'Article' } as const;
export function ownAnswer(logProb: number): string {
  return `probability ${probability(Math.exp(logProb))}`;
}
export const OWN_ANSWERS = 'The model’s own likeliest answers. Read the passage before you decide.';
export function asked(answer: string): string {
  return `The question was written for the answer “${answer}”.`;
}
export const UNCLEAR = 'The model finds no clear answer in the article. Its likeliest answer is';
export const UNCLEAR_TAIL =
  'The article may not say it, or the question may assume something that the article does not say.';
export function linkedByAnswer(passage: number): readonly [string, string, string] {
  return [
    'Linked to ',
    `passage ${passage}`,
    ', which contains that answer and shares the most words with the question.',
  ];
}
export function linkedByQuestion(passage: number): readonly [string, string, string] {
  return [
    'That answer does not occur word for word. Linked to ',
    `passage ${passage}`,
    ', which shares the most words with the question.',
  ];
}
export const NOT_LINKED = 'No passage shares a word with the question.';
export const READING = 'Evidence';
export const PASSAGES = 'Numbered passages';
export const WHOLE_ARTICLE = 'Show the whole article';

export const MEANINGS = 'What a score means';
export function meaningsNote(rated: number): string {
  return `Share of summaries near each score that people judged consistent, from ${count(rated)} rated summaries`;
}
export const MEANING_WORDS: Readonly<Record<Reading, string>> = {
  supported: 'The article supports these answers about as well as the summary does.',
  mostly: 'Often harmless: other words, or detail that the article gives differently.',
  open: 'Could be either. Read the marked words against the article.',
  parts: 'More often than not, people found something that the article does not support.',
  unsupported: 'People seldom found such a summary consistent.',
};

export const SUMMARY_TEXT = 'The summary';
export function allDropped(dropped: number): string {
  return `Dropped questions (${dropped})`;
}
