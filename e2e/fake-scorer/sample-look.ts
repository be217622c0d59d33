/** A fake worker with first looks at the sample summary, and a result with one. Its numbers come from no model. */
import type { Scored } from '../../src/core/score.js';
import { type FakeLook, LOADED, MODEL, type Play } from './fake-worker.js';
import { sampleResult, SUMMARY } from './sample-result.js';

const LEVELS = { weak: { from: 0.2, wrong: 0.31 }, strong: { from: 0.6, wrong: 0.64 } };

export const LOOK: FakeLook = { words: { Anthony: 0.67, Joshua: 0.82, chink: 0.34 }, levels: LEVELS };

const WITH_HEAD: Play['load'] = { ...LOADED, outcome: { ok: true, value: { ...MODEL, firstLook: true } } };

export function looking(look: FakeLook = LOOK): Play {
  return { load: WITH_HEAD, score: { progress: [], outcome: { ok: true, value: lookedAt() } }, look };
}

/** `quals`: of the whole; that of the sample if missing. */
export function lookedAt(quals?: number): Scored {
  const result = sampleResult();
  const words = [...SUMMARY.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    probability: LOOK.words[word] ?? 0.01,
  }));
  const firstLook = { unsupported: 0.82, words, sourceLogProb: -1.2, levels: LEVELS };
  return { ...result, firstLook, quals: quals ?? result.quals };
}
