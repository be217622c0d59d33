/** Texts of the history page. */
import type { RecordFault } from '../../core/record/decode-records.js';
import type { EntryFault, HistoryEntry, HistoryItem, HistoryKind } from '../../state/history/history-entry.js';
import type { HistoryOrder } from '../../state/history/find-items.js';
import type { HistoryNotice, HistoryState } from '../../state/history/history-state.js';
import { byteSize, count, counted, megabytes, signed } from '../numbers.js';

export const TITLE = 'History';
export const LEDE = 'Finished results are stored in this browser, on this device alone. Opening one needs no model.';

export const FIND = {
  label: 'Find results',
  text: 'Find in titles and texts',
  from: 'From',
  to: 'To',
  least: 'QUALS at least',
  most: 'at most',
  order: 'Order',
  orders: {
    newest: 'Newest first',
    oldest: 'Oldest first',
    lowest: 'Lowest score first',
    highest: 'Highest score first',
  } satisfies Record<HistoryOrder, string>,
  reset: 'Show all',
} as const;

export const EMPTY = 'There are no results yet. Score a summary, and its result appears here.';
export const EMPTY_OFF = 'There are no results. The history is off.';
export const NONE_FOUND = 'No result fits.';
export const READING = 'Reading the history …';
export const LIST = 'Results';
export function shownOf(shown: number, all: number): string {
  return shown === all ? counted(all, 'result') : `${count(shown)} of ${counted(all, 'result')}`;
}
export function more(hidden: number): string {
  return `Show ${count(hidden)} more`;
}

export const PINNED = 'Pinned';
export const UNTITLED = 'Untitled result';
export const NO_SCORE = 'no score';
export const ACTIONS = {
  open: 'Open',
  pin: 'Pin',
  unpin: 'Unpin',
  rename: 'Rename',
  remove: 'Delete',
  save: 'Save',
  cancel: 'Cancel',
  newTitle: 'New title',
} as const;
/** For a screen reader: which entry a button is for. */
export const actionOn = (action: string, title: string): string => `${action}: ${title}`;

const KINDS: Readonly<Record<HistoryKind, string>> = { single: 'One summary', compare: 'Comparison', batch: 'Batch' };
const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export function factsOf(entry: HistoryEntry): string {
  const { kind, keptAt, results } = entry;
  const many =
    kind === 'single' ? [] : kind === 'compare' ? [counted(results, 'summary', 'summaries')] : batchFacts(entry);
  return [DATE.format(new Date(keptAt)), KINDS[kind], ...many].join(' · ');
}

/** "20 rows, 18 with a score", "mean QUALS −0.512" */
function batchFacts({ results, scored, mean }: HistoryEntry): string[] {
  const some = scored === null || scored === results ? '' : `, ${count(scored)} with a score`;
  return [`${counted(results, 'row')}${some}`, ...(mean === null ? [] : [`mean QUALS ${signed(mean)}`])];
}
/** The page has room for one batch, and that one is being scored. */
export const BATCH_RUNS = 'A batch is being scored. Pause or stop it on the page “Batch”, then open this one.';

/** "−0.637", "−2.118 to −0.087" or "no score" */
export function scoresOf({ lowest, highest }: Pick<HistoryEntry, 'lowest' | 'highest'>): string {
  if (lowest === null || highest === null) return NO_SCORE;
  return lowest === highest ? signed(lowest) : `${signed(lowest)} to ${signed(highest)}`;
}

export function faultWords(fault: EntryFault): string {
  switch (fault.kind) {
    case 'gone':
      return 'This batch cannot be opened: its rows are no longer stored in this browser.';
    case 'newer':
      return `This result cannot be opened: a newer version of QUALS wrote it (format ${fault.version}). Reload this page to update it.`;
    case 'unknown-format':
      return 'This result cannot be opened: it has an unknown format.';
    case 'damaged':
      return `This result cannot be opened: “${fault.field}” is missing or wrong. Its numbers cannot be trusted.`;
  }
}

export const removed = (title: string): string => `“${title}” is deleted.`;
export const UNDO = 'Undo';
export const restored = (title: string): string => `“${title}” is back.`;

export const CLEAR = {
  button: 'Delete all …',
  question: (items: number): string =>
    `Delete ${items === 1 ? 'the one result' : `all ${count(items)} results`} of the history?`,
  note: (pinned: number): string =>
    `${pinned === 0 ? '' : `${counted(pinned, 'pinned result')} will be deleted too. `}This cannot be undone. To keep a copy, export the history first.`,
  yes: (items: number): string => `Delete ${counted(items, 'result')}`,
  no: 'Keep them',
  done: 'The history is empty.',
} as const;

export const SWITCH = {
  heading: 'Keep results',
  on: 'New results are added to the history.',
  off: 'The history is off. New results are not added. Results that are here stay until you delete them.',
  turnOff: 'Turn off the history',
  turnOn: 'Turn on the history',
} as const;

export const COPY = {
  heading: 'Export and import',
  export: 'Export all, JSON Lines',
  csv: 'Export the list, CSV',
  import: 'Import a file',
  note: 'The JSON Lines file opens here again. The CSV file has the list alone, for a spreadsheet. An import adds results and replaces none. Files of the export menu can be imported too.',
  leftOut: (titles: readonly string[]): string =>
    `Not in the file, because the stored data cannot be read: ${titles.map((title) => `“${title}”`).join(', ')}.`,
} as const;

export interface ImportReport {
  readonly added: number;
  readonly already: number;
  readonly faults: readonly string[];
}
export function importedWords({ added, already }: ImportReport, fileName: string): string {
  const had =
    already === 0 ? '' : ` ${counted(already, 'result')} of it ${already === 1 ? 'was' : 'were'} here already.`;
  return `${counted(added, 'result')} of ${fileName} ${added === 1 ? 'was' : 'were'} added.${had}`;
}
export const IMPORT_FAULTS = 'Not added:';
export const IMPORT = {
  unreadable: 'The browser could not read the file. It may have been moved or deleted.',
  notText: 'The file is not JSON. Import a file that this page or the export menu saved.',
  cut: (line: number): string => `Line ${count(line)}: the file ends before all results of this entry.`,
  noRoom: 'The browser has no room for it.',
  fault: (line: number, title: string, fault: RecordFault): string =>
    `Line ${count(line)}${title ? `, “${title}”` : ''}: ${fileFault(fault)}`,
} as const;

function fileFault(fault: RecordFault): string {
  switch (fault.kind) {
    case 'newer':
      return `a newer version of QUALS wrote it (format ${fault.version}). Reload this page to update it, then import the file again.`;
    case 'unknown-format':
      return 'this is not a saved QUALS result.';
    case 'damaged':
      return `it is damaged: “${fault.field}” is missing or wrong.`;
  }
}

export const STORAGE = 'Storage';
export function storedWords(items: readonly HistoryItem[]): string {
  const bytes = items.reduce((sum, { entry }) => sum + (entry?.bytes ?? 0), 0);
  return `The history takes about ${byteSize(bytes)}.`;
}
export function estimateWords({ usage, quota }: StorageEstimate): string {
  if (usage === undefined || quota === undefined) return '';
  return `All data of this site, with the model: ${megabytes(usage)} of the ${megabytes(quota)} that this browser allows.`;
}
export const WHEN_FULL = 'When the storage is full, the oldest results that are not pinned are deleted.';

export const NOTICE_CLOSE = 'Close';
export function noticeWords(notice: HistoryNotice): { readonly title: string; readonly text: string } {
  switch (notice.kind) {
    case 'made-room':
      return {
        title: 'The storage was full',
        text: `${notice.removed === 1 ? 'The oldest result that was not pinned was' : `The ${count(notice.removed)} oldest results that were not pinned were`} deleted to make room for a new one. Pin a result to keep it.`,
      };
    case 'no-room':
      return {
        title: 'A result was not added: the storage is full',
        text: `There is no room for “${notice.title}”. Export it, or delete results that you do not need.`,
      };
    case 'failed':
      return {
        title: 'The browser could not read or change the history',
        text: 'The result that is shown is not lost. Reload the page to try again.',
      };
  }
}

/** Where the history is not on the device. */
export function placeWords({ place, refusal }: HistoryState): string {
  if (place === 'none') return 'This page is part of another page, so it keeps no history.';
  return refusal === 'newer-page'
    ? 'Another tab uses a newer version of this page, which has changed the history. Reload this tab to see it. Until then, results stay in this tab and are lost when you close it. Export what you need.'
    : 'This browser does not let the page store anything, for instance in a private window. Results stay in this tab and are lost when you close it. Export what you need.';
}
