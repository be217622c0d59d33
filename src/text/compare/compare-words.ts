/** Texts of the page that compares several summaries of one article. */
import { counted, signed } from '../numbers.js';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

export function unnamed(number: number): string {
  return `Summary ${number}`;
}

export const TITLE = 'Compare summaries of one article';
export const LEDE =
  'Paste an article and two to eight summaries of it. The page scores them one after another with the same model and protocol, reads the article once, and shows where they differ.';

export const ARTICLE = 'Article';
export const ARTICLE_PLACEHOLDER = 'Paste the text that the summaries were written from.';
export const SUMMARIES = 'Summaries';
export const NAME_LABEL = (name: string): string => `Name of ${name}`;
export const SUMMARY_LABEL = 'Text';
export const SUMMARY_PLACEHOLDER = 'Paste a summary, one sentence or a few paragraphs.';
export const ADD = 'Add a summary';
export const MOST = (most: number): string => `A comparison has at most ${most} summaries.`;
export const REMOVE = 'Remove';
export const removeNamed = (name: string): string => `Remove ${name}`;

export const SCORE_ALL = 'Score the summaries';
export const scoreSome = (count: number): string => `Score ${counted(count, 'summary', 'summaries')}`;
export const SEE_RESULT = 'Show the comparison';
export const EDIT = 'Edit the texts';
export const STOP = 'Stop';
export const STOPPING = 'Stopping…';
export const BUSY = 'The model works on another page. Wait until that run ends, or stop it there.';
export const TOO_FEW_TEXTS = 'Add a second summary. A comparison needs at least two.';
export const NO_ARTICLE = 'Add the article first.';
export const takenAside = (saved: number): string =>
  saved === 1
    ? 'Your comparison of another article is saved.'
    : `Your comparisons of ${saved} other articles are saved.`;
export const TAKE_BACK = 'Go back to the last one';
export const FULL = 'The comparison already has eight summaries. Remove one there first.';

const GOES_ON = 'The present comparison is being scored. Wait until that ends, or stop it on the page “Compare”.';
/** Where a person opens another comparison meanwhile. */
export const BEING_SCORED = `${GOES_ON} Then open the other one.`;
/** Where a person wants to compare texts of another article meanwhile. */
export const ADD_AFTERWARDS = `${GOES_ON} Then compare these texts.`;

export const COMPARE_THIS = 'Compare with another summary';
export const COMPARE_FORM = 'Compare several summaries';
export const BACK = 'Back to the comparison';

export const equalTo = (name: string): string => `Same text as ${name}.`;

export const OUT_OF_DATE = 'out of date';
export const EDITED = 'Out of date: this score is for the text before your edit.';
export const ARTICLE_EDITED = 'Out of date: the article has changed since.';
export const OTHER_METHOD = 'Scored with another model or other settings, so it is not comparable with the others.';
export const YOUR_EDIT = 'Your edit';
export const TOO_LONG_TO_COMPARE = 'The texts are too long to compare word by word.';
export const REMOVED = 'removed';
export const ADDED = 'added';

export const NOT_SCORED = 'Not scored yet.';
export const NOW = 'Being scored.';
export const writtenOf = (written: number, paths: number): string => `${written} of ${paths} questions written.`;
export const WAITING = 'Waiting for its turn.';
export const LOADING = 'The model is being loaded.';
export const FAILED = 'Not scored';
export const articleTooLong = (tokens: string, limit: string): string =>
  `The article has ${tokens} tokens (words and pieces of words); the model reads ${limit}. Shorten it, or cut it on the page “Score”, which can keep its beginning or its end.`;

export const scoring = (number: number, all: number, name: string): string =>
  all === 1 ? `Scoring ${name}.` : `Scoring ${number} of ${all}: ${name}.`;
export const stopped = (left: number): string =>
  `Stopped. ${counted(left, 'summary has', 'summaries have')} no score yet.`;

/** `best`: the names with the highest score; `of`: how many scores are comparable. */
export function heading(best: readonly string[], of: number): string {
  if (of < 2 || best.length === 0) return RESULT;
  if (best.length === of) return of === 2 ? 'Both have the same score.' : 'All have the same score.';
  return `${list.format(best)} ${best.length === 1 ? 'scores' : 'score'} highest.`;
}
const RESULT = 'Summaries of one article';

/** "Three summaries of “Lennox Lewis expects…”" */
export function subject(summaries: number, article: string): string {
  const number = NUMBERS[summaries] ?? String(summaries);
  return `${number} ${summaries === 1 ? 'summary' : 'summaries'} of “${article}”`;
}
const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];
export const scoredBy = (method: string): string => `Scored with ${method}.`;
export const HIGHER_IS =
  'The higher a score, the less probability the questions and answers lose when the model reads the article instead of the summary. A high score does not rule out a wrong fact: read the marked words.';

export const axisName = (scores: readonly { readonly name: string; readonly value: number }[]): string =>
  `Scores on one axis: ${scores.map(({ name, value }) => `${name} ${signed(value)}`).join(', ')}`;
export const judgedConsistent = (share: string): string => `${share} judged consistent`;

export const pairs = (count: number): string => counted(count, 'pair');
export const BASELINE = 'Baseline';
export function besideBaseline(difference: number, name: string): string {
  if (signed(difference) === signed(0)) return `Same score as ${name}`;
  return `${signed(Math.abs(difference))} ${difference > 0 ? 'higher' : 'lower'} than ${name}`;
}
export const OPEN = 'Open this result';
export const openNamed = (name: string): string => `Open the result of ${name}`;
export const WORST = 'Answers in doubt';
export const NONE_IN_DOUBT = 'No gap is wide.';
export const SUMMARY_SAYS = 'The summary says';
export const NO_CLEAR_ANSWER = 'no clear answer';

export const SHOWN = 'Summary shown';
export const MARK = {
  label: 'Mark',
  gaps: 'Gaps',
  differences: 'Differences',
  both: 'Both',
} as const;
export const BASELINE_LABEL = 'Compare with';
export const BOLD = 'Bold';
export const BOLD_MEANS = 'differs, in its place, from';

export const WHERE = 'Where they differ';
export const WHERE_NOTE = 'Answers to the same question, widest difference first. Press a column’s name to sort by it.';
export const SHARED = (rows: number): string => `Shared ${rows}`;
export const ALL = (rows: number): string => `All ${rows}`;
export const ROWS_SHOWN = 'Questions shown';
export const NONE_SHARED =
  'The model asked no question of more than one summary. The answers in doubt of each summary are above.';
export const NOT_ASKED = 'not asked';
export const COLUMNS = {
  question: 'Question',
  says: (name: string): string => `${name} says`,
  gap: (name: string): string => `${name} gap`,
  article: 'The article says',
} as const;

export const COPY_TSV = 'Copy as TSV';
export const COPY_MARKDOWN = 'Copy as Markdown';
export const COPY_SCORES_TSV = 'Copy scores as TSV';
export const COPY_SCORES_MARKDOWN = 'Copy scores as Markdown';
export const SCORE_COLUMNS = {
  name: 'Name',
  outcome: 'Outcome',
  quals: 'QUALS',
  difference: (baseline: string): string => `Difference to ${baseline}`,
  pairs: 'Pairs',
  share: 'Judged consistent',
  low: '95 % from',
  high: '95 % to',
  verdict: 'Verdict',
  method: 'Method',
  summary: 'Summary',
} as const;
export const OUTCOMES = {
  scored: 'scored',
  unscorable: 'no score',
  failed: 'failed',
  unscored: 'not scored',
} as const;
