/** A session whose worker is a fake: it loads at once, and scores as a test wants. */
import { vi } from 'vitest';
import type { Outcome } from '../../../core/errors.js';
import { MATCHED } from '../../../core/protocol.js';
import type { ScoreResult, Unscorable } from '../../../core/score.js';
import type { LoadedModel } from '../../../core/scorer.js';
import type { Loading, ScorerClient } from '../../../scorer/scorer-client.js';
import { createPageState } from '../../../state/page-state.js';
import { createSession } from '../session.js';

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

interface FakeClient {
  isLoaded: boolean;
  load: ReturnType<typeof vi.fn<ScorerClient['load']>>;
  score: ReturnType<typeof vi.fn<ScorerClient['score']>>;
}

/** A session of a page with two texts, whose client answers at once. */
export function setUp() {
  const loaded: Outcome<Loading> = { ok: true, value: { kind: 'loaded', model: MODEL } };
  const client: FakeClient & Pick<ScorerClient, 'countRequests' | 'countTokens' | 'end' | 'readAhead'> = {
    isLoaded: false,
    load: vi.fn(() => {
      client.isLoaded = true;
      return Promise.resolve(loaded);
    }),
    score: vi.fn(() => Promise.resolve<Outcome<ScoreResult>>({ ok: true, value: RESULT })),
    countRequests: () => Promise.resolve(0),
    countTokens: () => Promise.resolve({ ok: true, value: 1 }),
    readAhead: () => Promise.resolve(),
    end: () => (client.isLoaded = false),
  };
  const state = createPageState();
  state.$texts.set({ source: 'An article.', summary: 'A summary.' });
  const ending = new AbortController();
  const deleteFiles = vi.fn(() => Promise.resolve());
  const session = createSession({
    state,
    client: client as unknown as ScorerClient,
    models: [{ url: 'https://example.org/models/tiny/' }],
    countRequests: () => 5,
    deleteFiles,
    keepFiles: () => Promise.resolve(true),
    signal: ending.signal,
  });
  return { ...state, client, session, deleteFiles, ending };
}
