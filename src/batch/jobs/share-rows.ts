/** Several sessions as one. */
import type { BatchSession } from '../run-batch.js';
import type { InputRow } from '../row.js';

/** Rows that wait per session. SummEval has 16 summaries of each article: every session finds one to itself. */
const WAITING = 16;

interface Waiting {
  readonly row: InputRow;
  readonly start: (session: BatchSession, name: string) => void;
}

/** Rows to give to so many sessions at a time. */
export function rowsAhead(sessions: number): number {
  return sessions === 1 ? 1 : WAITING * sessions;
}

/**
 * A session that is free takes the first waiting row of the article that it has read; else the first one whose article no other
 * session has read; else the first one, because a core without work costs more than a second prefill.
 * `sessions`: of one method, at least one.
 */
export function shareRows(sessions: readonly [BatchSession, ...BatchSession[]]): BatchSession {
  const free = [...sessions];
  const waiting: Waiting[] = [];
  const articles = new Map<BatchSession, string>();

  const next = (session: BatchSession): Waiting | undefined => {
    const taken = new Set(articles.values());
    const own = waiting.findIndex(({ row }) => row.source === articles.get(session));
    const fresh = waiting.findIndex(({ row }) => !taken.has(row.source));
    return waiting.splice([own, fresh, 0].find((index) => index >= 0) ?? 0, 1)[0];
  };
  const handOut = (): void => {
    for (const session of [...free].sort(byWork)) {
      const job = next(session);
      if (!job) return;
      free.splice(free.indexOf(session), 1);
      articles.set(session, job.row.source);
      job.start(session, `job ${sessions.indexOf(session) + 1}`);
    }
  };
  /** A session whose article waits comes first: another one would take its rows. */
  const byWork = (a: BatchSession, b: BatchSession): number => Number(hasOwn(b)) - Number(hasOwn(a));
  const hasOwn = (session: BatchSession): boolean => waiting.some(({ row }) => row.source === articles.get(session));

  const freeSession = (row: InputRow): Promise<[BatchSession, string]> =>
    new Promise((resolve) => {
      waiting.push({
        row,
        start: (session, name) => {
          resolve([session, name]);
        },
      });
      handOut();
    });

  return {
    method: sessions[0].method,
    score: async (row, onPhase) => {
      const [session, name] = await freeSession(row);
      onPhase(name);
      try {
        return await session.score(row, () => undefined);
      } finally {
        // One that failed for good fails again: no row waits for ever.
        free.push(session);
        handOut();
      }
    },
  };
}
