/** Texts of the choice of training texts (ConSeq). */
import { count, counted, signed } from '../numbers.js';
import { SCORE_REFERENCES } from './input-words.js';

export const TITLE = 'Choose training texts';
export const LEDE =
  'The paper’s contrastive training (ConSeq) learns from two sets: S+ has references with high scores, S− has generated summaries with low scores. An article is used only if it has both.';

export const REFERENCE = 'References';
export const REFERENCE_NOTE = 'The system whose summaries people wrote';
export const NO_REFERENCE = '(none)';
export const CHOOSE_REFERENCE = 'To choose, say which system wrote the references.';

export function unscoredReferences(column: string): string {
  return `The file has references in “${column}”, but they are not scored. Choose the rows again and tick “${SCORE_REFERENCES}”.`;
}

export const BY = 'Choose by';
export const BY_NAMES = { quals: 'QUALS', rouge: 'ROUGE' } as const;
export const BY_NOTE = { quals: '', rouge: 'Mean of ROUGE-1, -2 and -L: the second baseline of the paper' } as const;

export const SHARES = {
  references: { label: 'Best references, %', note: 'Share that S+ is chosen from' },
  generated: { label: 'Worst generated, %', note: 'Share that S− is chosen from' },
} as const;
export const BAD_SHARE = 'Enter a number from 0 to 100.';

export const TABLE = 'The two sets';
export const SET_NAMES = {
  references: 'All references',
  positive: 'S+',
  generated: 'All generated',
  negative: 'S−',
} as const;
export const SET_HEAD = {
  name: 'Set',
  summaries: 'Summaries',
  articles: 'Articles',
  quals: 'Mean QUALS',
  rouge: 'Mean ROUGE',
  supported: 'First look',
} as const;

export function chosen(articles: number, positive: number, negative: number): string {
  if (articles === 0) return 'No article is in both shares. Raise the percentages, or score more rows.';
  const has = articles === 1 ? 'article is' : 'articles are';
  return `${count(articles)} ${has} in both shares: ${counted(positive, 'reference')} in S+, ${counted(negative, 'generated summary', 'generated summaries')} in S−.`;
}

/** Means of the two sets, probabilities from 0 to 1. */
export function judged(positive: number, negative: number): string {
  const difference = share(Math.abs(positive - negative));
  const way = positive < negative ? 'lower' : 'higher';
  const result = difference === share(0) ? 'there is no difference' : `S+ is ${difference} ${way}`;
  return `The first look, which has no part in the choice, gives S+ a mean probability of ${share(positive)} that the article supports it, and S− ${share(negative)}: ${result}.`;
}
export function judgedPart(read: number, rows: number): string {
  return `It read ${count(read)} of the ${counted(rows, 'chosen summary', 'chosen summaries')}.`;
}

export function without(rows: number, by: keyof typeof BY_NAMES): string {
  return `${counted(rows, 'finished row has', 'finished rows have')} no ${by === 'rouge' ? 'ROUGE' : 'score'} and ${takes(rows)} no part.`;
}
export function waiting(rows: number): string {
  return `${counted(rows, 'row is', 'rows are')} not scored yet. The sets may change.`;
}
export function unnamed(rows: number): string {
  return `${counted(rows, 'row names', 'rows name')} no system and ${takes(rows)} no part.`;
}
function takes(rows: number): string {
  return rows === 1 ? 'takes' : 'take';
}

export function showLabel(set: 'positive' | 'negative'): string {
  return `Show ${SET_NAMES[set]} in the table`;
}
export function exportLabel(set: 'positive' | 'negative', rows: number): string {
  return `Export ${SET_NAMES[set]} (${counted(rows, 'row')}) as JSON Lines`;
}

export function value(number: number | undefined): string {
  return number === undefined ? '' : signed(number);
}
/** .643 */
export function share(number: number | undefined): string {
  return number === undefined ? '' : number.toFixed(3).replace(/^0/, '');
}
