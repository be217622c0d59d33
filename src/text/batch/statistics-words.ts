/** Texts of the batch's figures and statistics. */
import { counted, signed } from '../numbers.js';

export const SCORES_TITLE = 'Scores';
export function scoresNote(scored: number, without: number, dots: boolean): string {
  const mark = dots ? 'One dot a summary.' : 'The height of a bar is its share of the system’s summaries.';
  const rest =
    without === 0 ? '' : ` ${counted(without, 'row without a score is', 'rows without a score are')} not drawn.`;
  return `${counted(scored, 'summary', 'summaries')}. ${mark}${rest}`;
}
export const FIGURE_LABEL = 'Distribution of QUALS by system. The same numbers are in the table below.';
export const DRAG_HINT = 'Drag across the figure to filter the table.';
export const MEDIAN = 'median';
export const LOADING_FIGURE = 'Drawing the figure';
export const FIGURE_FAILED = 'The figure could not be loaded. The numbers are in the table below.';
export const ALL_ROWS = 'all rows';

export const SYSTEMS_TITLE = 'Mean QUALS';
export const SYSTEM_HEAD = ['System', 'Scored', 'No score', 'Failed', 'Mean', '95 % interval', 'Median'] as const;
export const INTERVAL_NOTE =
  'Intervals: percentile bootstrap over articles, 2,000 draws. The table counts rows without a score, but no mean includes them.';
export const TOO_FEW = 'too few articles';

export const PAIRED_TITLE = 'Does one system beat another?';
export const COMPARE_WITH = 'Compare with';
export const PAIRED_HEAD = [
  'System',
  'Shared articles',
  'Higher',
  'Lower',
  'Mean difference',
  '95 % interval',
  '',
] as const;
export function pairedVerdict(interval: { readonly low: number; readonly high: number } | null): string {
  if (!interval) return '';
  if (interval.low > 0) return 'scores higher';
  return interval.high < 0 ? 'scores lower' : 'no clear difference';
}
export const PAIRED_NOTE =
  'Counts only articles for which both systems have a score. Each interval is for one comparison: of twenty intervals, about one misses the true difference by chance.';

export const LABEL_TITLE = 'Agreement with the labels';
export const LABEL_HEAD = ['Measure', 'Value', '95 % interval'] as const;
export const MEASURES = { pearson: 'Pearson’s r', spearman: 'Spearman’s ρ', auc: 'ROC-AUC' } as const;
export function labelNote(rows: number, highest: number, positives: number): string {
  return `${counted(rows, 'row')} with a score and a label. AUC: label ${highest} (${counted(positives, 'row')}) against all lower labels.`;
}

export function interval(value: { readonly low: number; readonly high: number } | null): string {
  return value ? `${signed(value.low)} to ${signed(value.high)}` : TOO_FEW;
}
export function number(value: number | null): string {
  return value === null || Number.isNaN(value) ? '' : signed(value);
}
