/** A session whose worker is a fake: it loads at once, and scores as a test wants. */
import { vi } from 'vitest';
import type { Outcome } from '../../../core/errors.js';
import type { ScoreResult } from '../../../core/score.js';
import type { Loading, ScorerClient } from '../../../scorer/scorer-client.js';
import { createPageState } from '../../../state/page-state.js';
import { createSession } from '../session.js';
import { MODEL, RESULT } from '../../../core/testing/tiny-model.js';

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
