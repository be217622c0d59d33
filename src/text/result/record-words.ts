/** Words about saved results: opening a file, and why it cannot be opened. */
import type { RecordFault } from '../../core/record/decode-records.js';
import type { RunOnDevice } from '../../core/record/result-record.js';
import { deviceName } from '../form/model-words.js';
import { count, megabytes, seconds } from '../numbers.js';

export const OPEN_SAVED = 'Open a saved result';
export const OPEN_SAVED_NOTE =
  'A JSON or JSON Lines file from the export menu or the command’s option “--records”, or texts that somebody sent. No model is needed.';
export const CANNOT_OPEN = 'This file cannot be opened.';

/** `too-large`: in bytes, of the file and of the largest that is read. */
export type FileFault =
  | RecordFault
  | { readonly kind: 'not-json' }
  /** An exported history: many entries, which the history page imports. */
  | { readonly kind: 'history' }
  /** Rows of the command's output, or of the batch page's export: scores without what a result needs. */
  | { readonly kind: 'score-rows' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number };

export function fileFault(fault: FileFault, fileName: string): string {
  switch (fault.kind) {
    case 'unreadable':
      return `The browser could not read ${fileName}. It may have been moved or deleted.`;
    case 'too-large':
      return `${fileName} has ${megabytes(fault.bytes)}. A saved result has at most ${megabytes(fault.limit)}.`;
    case 'history':
      return `${fileName} is an exported history. Open the page “History” and choose “Import a file”.`;
    case 'score-rows':
      return `${fileName} holds rows of scores, not whole results. Score again with the command’s option “--records results.jsonl”, and open the file that it writes. A batch that was scored here opens from the page “History”.`;
    case 'not-json':
      return `${fileName} is not a complete JSON file. Open a file that the export menu saved as “Whole result, JSON”.`;
    case 'unknown-format':
      return `${fileName} is not a saved QUALS result. Open a file that the export menu saved as “Whole result, JSON”.`;
    case 'newer':
      return `A newer version of QUALS made ${fileName} (format ${fault.version}). Reload this page to update it, then open the file again.`;
    case 'damaged':
      return `${fileName} is damaged: “${fault.field}” is missing or wrong. Nothing of it is shown, because its numbers cannot be trusted.`;
  }
}

export const FROM_HISTORY = 'From the history:';
export const OPENED_FROM = 'Opened from';
/** Where the file holds more results than the one that is shown. */
export function firstOf(results: number): string {
  return `The first of ${count(results)} results in this file.`;
}

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

/** "Scored on Nov 29, 2026 with WASM (2 threads) in 9.3 s"; empty where nothing is known. */
export function scoredOn(createdAt: string | null, run: RunOnDevice | undefined): string {
  const facts = [
    createdAt === null ? [] : `on ${DATE.format(new Date(createdAt))}`,
    run ? [`with ${deviceName(run.device, run.detail)}`, `in ${seconds(run.seconds)}`] : [],
  ].flat();
  return facts.length === 0 ? '' : `Scored ${facts.join(' ')}`;
}
