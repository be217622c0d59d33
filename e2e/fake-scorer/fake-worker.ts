/** A worker that follows the contract and computes nothing: a test defines what it sends, and when. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Fault, Outcome } from '../../src/core/errors.js';
import type { MarkLevels } from '../../src/core/first-look/mark-levels.js';
import type { ScoreResult } from '../../src/core/score.js';
import type { LoadedModel, LoadProgress, ScoreProgress } from '../../src/core/scorer.js';

interface Act<Progress, Value> {
  readonly progress: readonly Progress[];
  /** If missing, it never ends by itself. */
  readonly outcome?: Outcome<Value>;
  /** The worker's script ends here, as in a killed worker. */
  readonly dies?: boolean;
}

/** Looks at whole words alone. */
export interface FakeLook {
  /** Probability of each marked word; .01 for every other. That of the summary is the largest. */
  readonly words: Readonly<Record<string, number>>;
  readonly levels?: MarkLevels;
  /** Milliseconds of a look. */
  readonly takes?: number;
  /** False: the article is too long to keep. */
  readonly articleKept?: boolean;
  /** The worker's script ends during the look at a summary that has this word. */
  readonly diesAt?: string;
}

export interface Play {
  /** What its first looks say; none if missing. */
  readonly look?: FakeLook;
  readonly load: Act<LoadProgress, LoadedModel>;
  /** Used when the page asks for WASM; by default the same as `load`. */
  readonly loadOnProcessor?: Act<LoadProgress, LoadedModel>;
  readonly score: Act<ScoreProgress, ScoreResult>;
  /** By summary; the others get `score`. */
  readonly scores?: Readonly<Record<string, Act<ScoreProgress, ScoreResult>>>;
  /** True: Stop gets no answer. */
  readonly deaf?: boolean;
}

export const MODEL: LoadedModel = {
  id: 'sample',
  version: '0.0.0',
  device: 'wasm',
  deviceDetail: '2 threads',
  threads: 2,
  refused: [],
  bytes: 97_100_000,
  textLimit: 8130,
  stored: true,
  firstLook: false,
  repaired: [],
};

export const LOADED: Play['load'] = { progress: [], outcome: { ok: true, value: MODEL } };

export function failed(fault: Fault): { readonly progress: readonly []; readonly outcome: Outcome<never> } {
  return { progress: [], outcome: { ok: false, fault } };
}

const COMLINK = readFileSync('node_modules/comlink/dist/esm/comlink.mjs', 'utf8').replace(/^\/\/# source.*$/m, '');

function script(play: Play): string {
  return `${COMLINK}
if (navigator.locks) navigator.locks.request(self.name, () => new Promise(() => undefined));
const play = ${JSON.stringify(play)};
let stop = () => undefined;
const perform = async (act, onProgress) => {
  for (const step of act.progress) {
    await onProgress(step);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  if (act.dies) { close(); return new Promise(() => undefined); }
  return act.outcome ?? new Promise((resolve) => {
    stop = () => play.deaf || resolve({ ok: true, value: { kind: 'cancelled' } });
  });
};
const look = async ({ summary }) => {
  const { look } = play;
  if (!look) return { ok: true, value: null };
  await new Promise((resolve) => setTimeout(resolve, look.takes ?? 20));
  if (look.diesAt && summary.includes(look.diesAt)) { close(); return new Promise(() => undefined); }
  const words = [...summary.matchAll(/[\\p{L}\\p{N}]+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    probability: look.words[word] ?? 0.01,
  }));
  const unsupported = Math.max(...words.map(({ probability }) => probability));
  const said = { unsupported, words, sourceLogProb: -1, levels: look.levels };
  return { ok: true, value: { look: said, articleKept: look.articleKept ?? true } };
};
expose({
  load: ({ device }, onProgress) =>
    perform((device === 'wasm' && play.loadOnProcessor) || play.load, onProgress),
  score: ({ summary }, onProgress) => perform(play.scores?.[summary] ?? play.score, onProgress),
  readAhead: async () => ({ ok: true, value: null }),
  firstLook: look,
  countTokens: async (text) => ({ ok: true, value: text.split(/\\s+/).length }),
  countRequests: async () => 0,
  cancel: async () => stop(),
});`;
}

/** Replaces the worker's script by a fake, for each worker that the page starts from now on. */
export async function playWorker(page: Page, play: Play): Promise<void> {
  await page.unroute(/scorer\.worker/);
  await page.route(/scorer\.worker/, (route) =>
    route.fulfill({
      body: script(play),
      contentType: 'text/javascript',
      headers: { 'Cross-Origin-Embedder-Policy': 'require-corp' },
    }),
  );
}
