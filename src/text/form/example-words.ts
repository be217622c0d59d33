/** Texts of the examples. */
import type { Protocol } from '../../core/protocol.js';
import { counted } from '../numbers.js';
import { protocolLine } from './settings-words.js';

export const EXAMPLES = 'Examples';
export function examplesNote({ search }: Protocol): string {
  return `QUALS with ${counted(search.paths, 'path')}`;
}
export function otherProtocol(made: Protocol, chosen: Protocol): string {
  return `These were scored with other settings (${protocolLine(made)}). Scores with your settings (${protocolLine(chosen)}) are not comparable with them.`;
}
export const WORKED = 'Worked example';
export const WORKED_NOTE = 'Scored beforehand with this page’s model';
export const NOT_SCORED_YET = 'This example has no stored result. Press Score to compute it here.';
export const OPEN_FULL = 'Open the full result';
export const KNOWN = 'What is known';
export const CAPTION_LEAD = 'Figure 1.';
export const CAPTION =
  'Both questions were written from the summary. A bar is a word’s probability given the summary, a ring its probability given the article. QUALS is the mean of the differences of their logarithms over all pairs.';
export const UNREACHABLE =
  'This example could not be read: the page’s server does not answer. You can still score your own texts.';
export const NONE = 'The examples could not be read: the page’s server does not answer.';
