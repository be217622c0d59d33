/** Texts of choosing an input and its columns. */
import { count, counted } from '../numbers.js';

export const BATCH_TITLE = 'Score many summaries';
export const BATCH_LEDE =
  'Give the page a table with one article and one summary a row. It scores row after row on this device. You can close the page and go on later.';

export const CHOOSE = 'Choose a file';
export const OR_DROP =
  'or drop one here: CSV, TSV, JSON or JSON Lines, also the files of SummVis, QAGS, SummEval and FRANK.';
export const PASTE = 'Paste rows';
export const PASTE_LABEL = 'Rows, with a line of column names';
export const PASTE_EXAMPLE = 'id,article,summary';
export const READ_PASTED = 'Read the pasted rows';
export const PASTED_NAME = 'Pasted rows';
export const CANNOT_READ = 'The page cannot read these rows.';
export const NO_TEXT_COLUMNS =
  'no columns hold an article and a summary. It needs at least two columns with texts of several words.';
export const SUMMEVAL_UNPAIRED =
  'SummEval without articles. Pair it with the CNN/DailyMail articles first (its script pair_data.py adds the column “text”).';

export const STORED_TITLE = 'Batches on this device';
export const DELETE_SURE = 'Delete it with its results?';
export function storedNote(rows: number, createdAt: string): string {
  return `${counted(rows, 'row')}, ${createdAt.slice(0, 10)}`;
}

export const COLUMNS_TITLE = 'Which column is what?';
export function columnsLede(name: string, layout: string | undefined): string {
  const known = layout ? `, in the layout of ${layout}.` : '.';
  return `${name}${known} The page guessed the columns from their names and contents. Correct them here.`;
}
export const PARTS = {
  source: 'Article',
  summary: 'Summary',
  reference: 'Reference',
  id: 'Id',
  system: 'System',
  label: 'Label by people',
} as const;
export const PART_NOTES = {
  source: 'The text that was summarised',
  summary: 'The text to score',
  reference: 'A summary that a person wrote, for ROUGE',
  id: 'Without one: the row’s number',
  system: 'Which system wrote the summary',
  label: 'A judgement to correlate scores with: a number, yes or no',
} as const;
export const NO_COLUMN = '(none)';
export function eachSummary(systems: number): string {
  return `each “summary:…” column (${counted(systems, 'system')})`;
}
export const SCORE_REFERENCES = 'Score the references too (needed for ConSeq’s choice)';
export const SCORE_REFERENCES_NOTE = 'One more summary of each article, by the system “reference”';
export const HEAD_TITLE = 'The first rows';
export function headColumns(hasReference: boolean): readonly string[] {
  return ['Line', 'Id', 'System', 'Article', 'Summary', ...(hasReference ? ['Reference'] : []), 'Label'];
}
export const USE_COLUMNS = 'Use these columns';
export const OTHER_FILE = 'Choose another file';

export function reading(name: string, rows: number): string {
  return rows === 0 ? `Reading ${name}` : `Reading ${name}: ${counted(rows, 'row')} so far`;
}

export function idsMissing(rows: number): string {
  return `${counted(rows, 'row has', 'rows have')} no id. The row’s number takes its place.`;
}
export function idsRepeated(first: string, rows: number): string {
  return `${counted(rows, 'row repeats', 'rows repeat')} an id and system of an earlier row, first “${first}”. All of them are scored.`;
}
export function rowsBad(rows: number, first: string): string {
  return `${counted(rows, 'row')} cannot be scored. ${first}`;
}
export function labelsBad(rows: number, first: string): string {
  return `${counted(rows, 'label is', 'labels are')} left out. ${first}`;
}
export function referencesMissing(rows: number, column: string): string {
  return `${counted(rows, 'row has', 'rows have')} no text in “${column}”, so ${rows === 1 ? 'it has' : 'they have'} no reference.`;
}
export function referencesScored(references: number, articles: number): string {
  return `${counted(references, 'reference')} of ${counted(articles, 'article')} ${references === 1 ? 'is' : 'are'} scored too, each once, by the system “reference”.`;
}
export function referencesDiffer(rows: number, first: string): string {
  return `${counted(rows, 'row has', 'rows have')} another reference than the first row of the same article, first “${first}”. Only the first reference is scored.`;
}
export function shareArticles(rows: number, articles: number): string {
  return `${count(rows)} rows share ${counted(articles, 'article')}: the model reads each article once.`;
}
