/** Texts of the page “Rate”: starting a study, its annotators, its files. */
import type { Pairing } from '../../core/study/pair-systems.js';
import type { KnownWork } from '../../state/study/stored-study.js';
import type { Progress } from '../../core/study/study.js';
import type { Imported } from '../../state/study/study-state.js';
import { count, counted } from '../numbers.js';

export const TITLE = 'Rate summaries by hand';
export const LEDE =
  'People compare two summaries of each article: factual consistency, informativeness, grammar. They do not know which system wrote which. Studies and answers stay on this device.';

export const START = 'Start a study';
export const DROP_HINT =
  'or drop one here: CSV, TSV, JSON or JSON Lines with articles and the summaries of two or more systems. A study file opens the study.';
export const PASTE_EXAMPLE = 'article,summary_a,summary_b';
export const FROM_PAGE = 'From texts on this page';
export const fromBatch = (name: string, rows: number): string => `Use the open batch ${name} (${counted(rows, 'row')})`;
export const fromComparison = (summaries: number): string => `Use the comparison (${count(summaries)} summaries)`;
export const COMPARISON_NAME = 'Comparison';
export const OPEN_FILE = 'Open a study file';
export const OPEN_FILE_NOTE = 'A file that another machine exported. It adds the study and its answers to this device.';

export const STORED = 'Studies on this device';
export const DELETE_SURE = 'Delete it with all answers?';
export const storedNote = (articles: number, createdAt: string): string =>
  `${counted(articles, 'article')}, ${createdAt.slice(0, 10)}`;

export const PART_NOTES = {
  source: 'The text that was summarised',
  summary: 'The text that one system wrote',
  reference: '',
  id: 'Without one: the article’s number',
  system: 'Which system wrote the summary',
  label: '',
} as const;
export const SECOND = 'Second summary';
export const SECOND_NOTE = 'For tables with two summaries a row. Column names then name the systems.';
export const NO_COLUMN = '(none)';
export const ONE_SYSTEM =
  'A study needs summaries by two systems. Choose a second summary column, or a column that names the system of each row.';
export const rowsLeftOut = (rows: number, first: string): string =>
  `${counted(rows, 'row is', 'rows are')} left out. ${first}`;
export const noSystem = (line: number): string => `Line ${count(line)}: the row names no system.`;
export const repeatedRows = (rows: number): string =>
  `${counted(rows, 'row is', 'rows are')} left out, because the system has an earlier summary of the same article.`;

export const SYSTEMS_TITLE = 'Which two systems?';
export const SYSTEMS_LEDE =
  'Annotators do not see these names. They see A and B, in an order that is random for each of them.';
export const STUDY_NAME = 'Name of the study';
export const STUDY_NAME_NOTE = 'Annotators see it: leave the systems out of it.';
export const FIRST_SYSTEM = 'System 1';
export const SECOND_SYSTEM = 'System 2';
export const systemOption = (name: string, articles: number): string => `${name} (${counted(articles, 'article')})`;
export const SAMPLE = 'Articles';
export const sampleNote = (all: number): string => `Up to ${count(all)}. Fewer: a random sample.`;
export const BEGIN_STUDY = 'Start the study';
export const BACK = 'Choose other rows';
export const NEEDS_NAME = 'Type a name for the study.';
export const NEEDS_TWO = 'Choose two different systems.';

export function pairingWords({ items, same, unpaired }: Pairing): string[] {
  return [
    items.length === 0
      ? 'No article has two different summaries by these systems: there is nothing to ask.'
      : `${counted(items.length, 'article has', 'articles have')} two different summaries.`,
    ...(same.length > 0 ? [sameWords(same.length)] : []),
    ...(unpaired > 0
      ? [
          `${counted(unpaired, 'article lacks', 'articles lack')} a summary by one of the two, and ${unpaired === 1 ? 'is' : 'are'} left out.`,
        ]
      : []),
  ];
}
export function sameWords(articles: number): string {
  return `${counted(articles, 'article has', 'articles have')} the same summary from both systems: nobody is asked about ${articles === 1 ? 'it' : 'them'}, and no share counts ${articles === 1 ? 'it' : 'them'}.`;
}

export const studyLede = (articles: number): string =>
  `${counted(articles, 'article')} with two summaries each. Each annotator answers three questions about each article.`;
export const ALL_STUDIES = 'All studies';
export const UNSAVED = 'This browser could not store an answer';
export const UNSAVED_NOTE =
  'The device may be full, or the browser refuses storage. Answers are lost with this tab: export them now.';

export const ANNOTATORS = 'Annotators';
export const ANNOTATOR_HEAD = ['Name', 'Answered', 'Skipped', 'State'] as const;
/** Head of a column of buttons; for screen readers. */
export const ACTION = 'Action';
export const NO_ANNOTATOR = 'Nobody has begun.';
export const NEW_ANNOTATOR = 'Your name';
export const BEGIN = 'Begin';
export const NAME_MISSING = 'Type your name.';
export const nameTaken = (name: string): string =>
  `“${name}” is in this study already. If that is you, press Continue. Otherwise choose another name.`;
export const CONTINUE = 'Continue';
export function stateOf(work: KnownWork, { answered, skipped }: Progress, items: number): string {
  if (work.finishedAt !== null) return 'finished';
  if (answered + skipped === 0) return 'not begun';
  const left = items - answered - skipped;
  return left === 0 ? 'not finished yet' : `${count(left)} to go`;
}
export const SAW_RESULTS = 'saw results before the end';

export const FILES = 'Several machines';
export const FILES_NOTE =
  'Export the study and open the file on each machine. Later, export there and import the files here. Importing a file twice changes nothing.';
export const EXPORT = 'Export study and answers';
export const IMPORT = 'Import answers';

export function importedWords(imported: Imported, name: string, file: string): string {
  switch (imported.kind) {
    case 'new':
      return `${file}: the study “${name}” is on this device now.`;
    case 'other':
      return `${file} belongs to the study “${imported.name}”, not to “${name}”. Nothing was changed. Studies that were started separately do not merge, even from the same rows: start one, and open its file on each machine.`;
    case 'changed':
      return `${file} has the id of the study “${name}”, but other texts or systems. Nothing was changed.`;
    case 'merged': {
      const { annotators, answers, renamed } = imported;
      if (annotators === 0 && answers === 0) return `${file}: everything in it was here already. Nothing was changed.`;
      const names = renamed.map(([from, to]) => ` Another “${from}” is here: the one in the file is now “${to}”.`);
      return `${file}: ${counted(annotators, 'new annotator')}, ${counted(answers, 'new answer')}.${names.join('')}`;
    }
  }
}
