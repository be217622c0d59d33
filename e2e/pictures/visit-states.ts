/** The page before a result: first visit, loading, running, and each error. */
import { expect } from '@playwright/test';
import type { ErrorCode, Fault } from '../../src/core/errors.js';
import { failed, LOADED, MODEL, type Play } from '../fake-scorer/fake-worker.js';
import { field, scoreButton } from '../open-page.js';
import { SLOW_LOOK } from './look-states.js';
import { type PageState, seeText } from './page-state.js';
import { SCORED, SCORING } from './result-states.js';

export const VISIT_STATES = {
  'first visit': {
    play: SCORED,
    reach: (page) => expect(page.getByRole('heading', { name: 'Worked example' })).toBeVisible(),
    whole: true,
  },
  downloading: {
    play: {
      ...SCORED,
      load: { progress: [{ phase: 'download', bytesDone: 56_100_000, bytesTotal: 97_100_000, fromStorage: false }] },
    },
    reach: seeText('56.1 of 97.1 MB'),
  },
  preparing: {
    play: { ...SCORED, load: { progress: [{ phase: 'prepare' }, { phase: 'warm-up' }] } },
    reach: seeText('Preparing the model'),
  },
  running: { play: { ...SCORED, score: { progress: SCORING } }, reach: seeText(/10 of 60 are finished/) },
  'model damaged': {
    play: { ...SCORED, load: failed({ code: 'model-damaged', detail: 'weights-02.bin: sha256 03de, expected 9f2c' }) },
    reach: seeText('A model file is damaged'),
  },
  'out of memory': {
    play: { load: LOADED, score: failed({ code: 'out-of-memory', detail: 'RangeError: WebAssembly.Memory.grow()' }) },
    reach: seeText('This device ran out of memory'),
  },
  'article too long': {
    play: {
      load: LOADED,
      score: failed({ code: 'source-too-long', detail: '', figures: { tokens: 9120, limit: 8130 } }),
    },
    reach: seeText('It has 9,120 tokens'),
  },
  'device refused': {
    play: {
      load: {
        progress: [],
        outcome: { ok: true, value: { ...MODEL, refused: [{ device: 'webgpu', reason: 'off by 0.475' }] } },
      },
      score: failed({ code: 'busy', detail: '' }),
    },
    reach: seeText('Another run has not ended yet'),
  },
  settings: {
    play: SCORED,
    reach: async (page) => {
      await page.getByText('Settings', { exact: true }).click();
      await page.getByRole('radio', { name: '20 paths (quick)' }).check({ force: true });
      await expect(page.getByText('not comparable with them')).toBeVisible();
    },
  },
  stopped: {
    play: { ...SCORED, score: { progress: SCORING } },
    reach: async (page) => {
      await seeText(/10 of 60 are finished/)(page);
      await page.getByRole('button', { name: 'Stop' }).click();
      await expect(page.getByText('10 questions had been written').last()).toBeVisible();
    },
  },
  'loading cancelled': {
    play: {
      ...SCORED,
      load: { progress: [{ phase: 'download', bytesDone: 56_100_000, bytesTotal: 97_100_000, fromStorage: false }] },
    },
    reach: async (page) => {
      await seeText('56.1 of 97.1 MB')(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByText('56.1 MB were downloaded')).toBeVisible();
    },
  },
  help: {
    play: SCORED,
    reach: async (page) => {
      await page.getByRole('navigation').getByRole('link', { name: 'How it works' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'How it works' })).toBeVisible();
    },
  },
  measures: {
    play: SCORED,
    reach: async (page) => {
      await page.getByRole('navigation').getByRole('link', { name: 'How QUALS compares' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'How QUALS compares' })).toBeVisible();
      await expect(page.getByText('On the worked example')).toBeVisible();
    },
    whole: true,
  },
} satisfies Readonly<Record<string, PageState>>;

const onLoad = (fault: Fault): Play => ({ ...SCORED, load: failed(fault), loadOnProcessor: failed(fault) });
const onScore = (fault: Fault): Play => ({ load: LOADED, score: failed(fault) });
const SOME = { tokens: 9120, limit: 8130 };

/** Each fault that the pictures above do not show, with its title. */
const OTHER_FAULTS: readonly (readonly [ErrorCode, typeof onLoad, string])[] = [
  ['summary-too-long', onScore, 'The summary is longer than the model reads at once'],
  ['model-not-found', onLoad, 'The model is not on this server'],
  ['model-incompatible', onLoad, 'This model does not fit this version of the page'],
  ['model-layout-unknown', onLoad, 'This version of the page cannot read the model'],
  ['network-failed', onLoad, 'The download was interrupted'],
  ['page-insecure', onLoad, 'This page was opened over an insecure connection'],
  ['device-unavailable', onLoad, 'This browser does not offer the graphics card'],
  ['device-wrong', onLoad, 'The graphics card gave wrong numbers'],
  ['device-lost', onScore, 'The graphics card was lost'],
  ['runtime-not-started', onLoad, 'The browser did not start the model'],
  ['not-loaded', onScore, 'The model is not ready'],
  ['worker-died', onScore, 'The browser ended the computation'],
  ['internal', onScore, 'The page has an internal error'],
];

/** Tested with axe and on narrow screens, without a picture, because only their texts differ. */
export const FAULT_STATES: Readonly<Record<string, PageState>> = {
  // No picture: the look of another script depends on the machine.
  'odd texts': {
    play: SCORED,
    reach: async (page) => {
      await field(page, 'Article').fill('短い。');
      await field(page, 'Summary').fill('');
      await scoreButton(page).click();
      await field(page, 'Summary').fill('要約です、記事より長い。 はい。');
      await expect(page.getByText('Are they in each other’s fields?')).toBeVisible();
    },
  },
  'article empty': {
    play: SCORED,
    reach: async (page) => {
      await field(page, 'Article').fill(' ');
      await seeText('Add the article')(page);
    },
  },
  'summary empty': {
    play: SCORED,
    reach: async (page) => {
      await field(page, 'Summary').fill('');
      await seeText('Add a summary to score')(page);
    },
  },
  ...SLOW_LOOK,
  ...Object.fromEntries(
    OTHER_FAULTS.map(([code, at, title]) => [
      code,
      { play: at({ code, detail: `what happened: ${code}`, figures: SOME }), reach: seeText(title) },
    ]),
  ),
};
