/** What a person reads when something cannot be done: what happened, why, and what to do about it. */
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
  /** `notice`: nothing is lost and the person decides; `stopped`: something that was under way has ended. */
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
    reason: 'The summary is empty. One sentence is enough. Very short ones often leave nothing to ask about.',
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
    reason: 'The page asked its own server for the model and it was not there. The examples work without it.',
    remedies: [{ label: 'Try again', action: 'load' }],
  },
  'model-damaged': {
    tone: 'stopped',
    title: 'A model file is damaged',
    reason:
      'Its checksum is not the published one, so the page will not run it. This happens when a connection is cut or something on the way changes the file. The other files are kept.',
    remedies: [{ label: 'Download that file again', action: 'load' }],
  },
  'model-incompatible': {
    tone: 'stopped',
    title: 'This model does not fit this version of the page',
    reason:
      'The page and its model were made for each other, and one of the two is older. Reloading brings both up to date.',
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
    reason: 'The server did not answer. What has arrived and was checked is kept, so the download goes on from there.',
    remedies: [{ label: 'Go on downloading', action: 'load' }],
  },
  'page-insecure': {
    tone: 'stopped',
    title: 'This page was opened over an unprotected connection',
    reason:
      'The browser then withholds what the page needs to check and run its model. Open it with https, or from this computer itself (localhost).',
    remedies: [{ label: 'Try again', action: 'load' }],
  },
  'device-unavailable': {
    tone: 'notice',
    title: 'This browser does not offer the graphics card',
    reason: 'Your settings ask for WebGPU, which is missing here. The processor gives the same scores, more slowly.',
    remedies: [{ label: 'Use the processor', action: 'use-processor' }],
  },
  'device-wrong': {
    tone: 'notice',
    title: 'The graphics card gave wrong numbers',
    reason:
      'Before it scores, the page checks the model against known values, and they did not come out. The processor gives right ones, more slowly.',
    remedies: [{ label: 'Use the processor', action: 'use-processor' }],
  },
  'device-lost': {
    tone: 'stopped',
    title: 'The graphics card was taken away',
    reason:
      'The system reset it, gave it to another program, or the device slept. Your texts are still here. The processor gives the same scores, more slowly.',
    remedies: [
      { label: 'Try again', action: 'score' },
      { label: 'Use the processor', action: 'use-processor' },
    ],
  },
  'out-of-memory': {
    tone: 'stopped',
    title: 'This device ran out of memory',
    reason: `Your texts are still here. Closing other tabs or shortening the article helps; so does the quick search of ${quick.paths} paths instead of ${full.paths}, whose scores do not compare with others.`,
    remedies: [
      { label: 'Try again', action: 'score' },
      { label: `Try with ${quick.paths} paths`, action: 'score-quick' },
    ],
  },
  'not-loaded': {
    tone: 'stopped',
    title: 'The model is not ready',
    reason: 'It has to be read from storage again. Your texts are still here.',
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
      'This happens most often when memory is short. Your texts and the last result are still here, and the next run starts afresh.',
    remedies: [{ label: 'Try again', action: 'score' }],
  },
  'run-interrupted': {
    tone: 'notice',
    title: 'The page was closed while it was scoring',
    reason:
      'You left or reloaded it, or the browser put it away to save memory. Your texts and the last result are here.',
    remedies: [{ label: 'Score again', action: 'score' }],
  },
  internal: {
    tone: 'stopped',
    title: 'Something in this program went wrong',
    reason: 'The fault is in the page, not in your texts, which are still here. The details help to find it.',
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
