/** Error messages: what happened, why, and what to do about it. */
import type { ErrorCode, Fault } from '../core/errors.js';
import { PRESETS } from '../core/protocol.js';
import { count } from './numbers.js';

export type FaultAction =
  | 'edit-source'
  | 'edit-summary'
  | 'keep-beginning'
  | 'keep-end'
  | 'load'
  | 'score'
  | 'score-quick'
  | 'use-processor'
  | 'reload-page';

export interface FaultWords {
  /** `notice`: nothing is lost and the person decides. `stopped`: something in progress has ended. */
  readonly tone: 'notice' | 'stopped';
  readonly title: string;
  readonly reason: string;
  /** The main one first. */
  readonly remedies: readonly { readonly label: string; readonly action: FaultAction }[];
}

type Words = FaultWords | ((figures: Readonly<Record<string, number>>) => FaultWords);

const { full, quick } = PRESETS;

const FAULTS = {
  'source-empty': {
    tone: 'notice',
    title: 'Add the article',
    reason: 'The article is empty. Paste the text that the summary was written from.',
    remedies: [{ label: 'Go to the article', action: 'edit-source' }],
  },
  'summary-empty': {
    tone: 'notice',
    title: 'Add a summary to score',
    reason: 'The summary is empty. One sentence is enough. Very short summaries often give no questions.',
    remedies: [{ label: 'Go to the summary', action: 'edit-summary' }],
  },
  'source-too-long': ({ tokens, limit }) => ({
    tone: 'notice',
    title: 'The article is longer than the model reads at once',
    reason: `It has ${number(tokens)} tokens (words and pieces of words); the model reads ${number(limit)}. Shorten it yourself, or let the page keep as many whole sentences as fit, from the beginning or from the end. What is cut off is not compared.`,
    remedies: [
      { label: 'Keep the beginning', action: 'keep-beginning' },
      { label: 'Keep the end', action: 'keep-end' },
      { label: 'Go to the article', action: 'edit-source' },
    ],
  }),
  'summary-too-long': ({ tokens, limit }) => ({
    tone: 'notice',
    title: 'The summary is longer than the model reads at once',
    reason: `It has ${number(tokens)} tokens (words and pieces of words); the model reads ${number(limit)}. Is the article in the wrong field?`,
    remedies: [{ label: 'Go to the summary', action: 'edit-summary' }],
  }),
  'model-not-found': {
    tone: 'stopped',
    title: 'The model is not on this server',
    reason: 'The page’s server does not have the model. The examples work without it.',
    remedies: [{ label: 'Try again', action: 'load' }],
  },
  'model-damaged': {
    tone: 'stopped',
    title: 'A model file is damaged',
    reason:
      'Its checksum differs from the published one, so the page does not use it. An interrupted connection or a proxy can cause this. The other files are kept.',
    remedies: [{ label: 'Download that file again', action: 'load' }],
  },
  'model-incompatible': {
    tone: 'stopped',
    title: 'This model does not fit this version of the page',
    reason:
      'The page and its model must have matching versions, and one of them is older. Reload the page to update both.',
    remedies: [{ label: 'Reload the page', action: 'reload-page' }],
  },
  'model-layout-unknown': {
    tone: 'stopped',
    title: 'This version of the page cannot read the model',
    reason:
      'The model stores its weights in a layout that this version does not know. Reloading fetches the newest version of the page.',
    remedies: [{ label: 'Reload the page', action: 'reload-page' }],
  },
  'network-failed': {
    tone: 'stopped',
    title: 'The download was interrupted',
    reason: 'The server did not answer. Verified files are kept, and the download continues from there.',
    remedies: [{ label: 'Continue downloading', action: 'load' }],
  },
  'page-insecure': {
    tone: 'stopped',
    title: 'This page was opened over an insecure connection',
    reason:
      'The browser then blocks functions that the page needs to verify and run its model. Open the page with https, or on this computer (localhost).',
    remedies: [{ label: 'Try again', action: 'load' }],
  },
  'device-unavailable': {
    tone: 'notice',
    title: 'This browser does not offer the graphics card',
    reason: 'Your settings require WebGPU, which is missing here. The processor gives the same scores, more slowly.',
    remedies: [{ label: 'Use the processor', action: 'use-processor' }],
  },
  'device-wrong': {
    tone: 'notice',
    title: 'The graphics card gave wrong numbers',
    reason:
      'Before scoring, the page compares the model’s output with known values. On this graphics card they differ. The processor gives correct values, more slowly.',
    remedies: [{ label: 'Use the processor', action: 'use-processor' }],
  },
  'device-lost': {
    tone: 'stopped',
    title: 'The graphics card was lost',
    reason:
      'The system reset it, another program took it, or the device went to sleep. Your texts are still here. The processor gives the same scores, more slowly.',
    remedies: [
      { label: 'Try again', action: 'score' },
      { label: 'Use the processor', action: 'use-processor' },
    ],
  },
  'runtime-not-started': {
    tone: 'stopped',
    title: 'The browser did not start the model',
    reason:
      'The page tried three times. Your texts are still here, and the downloaded files are kept. Close other tabs and try again. If that does not help, restart the browser.',
    remedies: [{ label: 'Try again', action: 'load' }],
  },
  'out-of-memory': {
    tone: 'stopped',
    title: 'This device ran out of memory',
    reason: `Your texts are still here. Close other tabs, shorten the article, or use the quick search (${quick.paths} paths instead of ${full.paths}). Its scores are not comparable with those of the full search.`,
    remedies: [
      { label: 'Try again', action: 'score' },
      { label: `Try with ${quick.paths} paths`, action: 'score-quick' },
    ],
  },
  'not-loaded': {
    tone: 'stopped',
    title: 'The model is not ready',
    reason: 'The page must read it from storage again. Your texts are still here.',
    remedies: [{ label: 'Try again', action: 'score' }],
  },
  busy: {
    tone: 'notice',
    title: 'Another run has not ended yet',
    reason: 'The model does one thing at a time. Wait a moment and try again.',
    remedies: [{ label: 'Try again', action: 'score' }],
  },
  'worker-died': {
    tone: 'stopped',
    title: 'The browser ended the computation',
    reason:
      'This happens most often when memory is short. Your texts and the last result are still here. You can try again.',
    remedies: [{ label: 'Try again', action: 'score' }],
  },
  'run-interrupted': {
    tone: 'notice',
    title: 'The page was closed while it was scoring',
    reason:
      'You left or reloaded it, or the browser unloaded it to save memory. Your texts and the last result are here.',
    remedies: [{ label: 'Score again', action: 'score' }],
  },
  internal: {
    tone: 'stopped',
    title: 'The page has an internal error',
    reason: 'The error is in the page, not in your texts. They are still here. The technical details help to find it.',
    remedies: [{ label: 'Try again', action: 'score' }],
  },
} satisfies Record<ErrorCode, Words>;

export function faultWords({ code, figures = {} }: Fault): FaultWords {
  const words: Words = FAULTS[code];
  return typeof words === 'function' ? words(figures) : words;
}

function number(value: number | undefined): string {
  return value === undefined ? '?' : count(value);
}
