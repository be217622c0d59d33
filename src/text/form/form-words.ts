/** Texts of the first page: its purpose, the two fields, Score. */
import { PRESETS } from '../../core/protocol.js';
import { counted } from '../numbers.js';

export const NAME = 'QUALS';
export const TITLE = 'Find the part of a summary that its article does not support.';
export const LEDE = `A small language model runs in this browser. It asks ${PRESETS.full.paths} questions about the summary and measures how much less likely their answers become when it reads the article instead.`;
export const PRIVACY = 'Nothing you paste leaves this device';
export const PRIVACY_HOW = 'The page can connect only to the server that it came from. Your browser enforces this.';
/** In a page of others, whose policy is not ours. */
export const PRIVACY_EMBEDDED = 'QUALS sends your texts nowhere. The page around it can read them.';

export const ARTICLE = 'Article';
export const SUMMARY = 'Summary';
export const ARTICLE_PLACEHOLDER = 'Paste the text that the summary was written from.';
export const SUMMARY_PLACEHOLDER = 'Paste the summary, one sentence or a few.';
export const YOUR_TEXTS = 'Your texts';
export const EDIT_AGAIN = 'Change the texts';

export const SCORE = 'Score';
export const SCORE_KEYS = 'Ctrl or ⌘ + Enter';
export const BACK_TO_RESULT = 'Back to the last result';
export const PUT_ASIDE = 'Your earlier texts are saved.';
export const TAKE_BACK = 'Restore them';
const NOT_KEPT =
  'This browser does not let the page store anything. Your texts and the model are lost when you close the page.';
const FULL =
  'There is no room to store your newest texts and results. Delete entries of the history, batches or studies, or free space on this device. The page then stores them.';
/** '' where everything is stored. */
export function storageNote(storage: 'kept' | 'refused' | 'full'): string {
  return { kept: '', refused: NOT_KEPT, full: FULL }[storage];
}

export const EXCHANGE = 'Exchange them';

export function words(value: number): string {
  return counted(value, 'word');
}
