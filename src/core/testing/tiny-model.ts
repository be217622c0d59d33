/** A model that is loaded, and a result of it without a score. */
import { MATCHED } from '../protocol.js';
import type { Unscorable } from '../score.js';
import type { LoadedModel } from '../scorer.js';

export const MODEL: LoadedModel = {
  id: 'tiny',
  version: '1',
  device: 'wasm',
  deviceDetail: '2 threads',
  threads: 2,
  refused: [],
  bytes: 1,
  textLimit: 100,
  stored: true,
  firstLook: false,
  repaired: [],
};

export const RESULT: Unscorable = {
  kind: 'unscorable',
  dropped: [],
  protocol: MATCHED,
  model: { id: 'tiny', version: '1' },
  summaryTokens: 1,
  sourceTokens: 1,
  pairsWritten: 60,
  times: { readSummary: 0, writePairs: 0, readSource: 0, forceScore: 0, answer: 0 },
};
