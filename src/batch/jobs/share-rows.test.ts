import { describe, expect, it } from 'vitest';
import { MATCHED } from '../../core/protocol.js';
import { methodOf } from '../../core/method/scoring-method.js';
import type { BatchSession } from '../run-batch.js';
import { shareRows } from './share-rows.js';

const DONE = { ok: false, fault: { code: 'internal', detail: '' } } as const;

/** Sessions "A" and "B". `log`: who got which row; `finish` ends the row of a session. */
function twoSessions() {
  const log: string[] = [];
  const running = new Map<string, { finish: () => void; fail: () => void }>();
  const session = (name: string): BatchSession => ({
    method: methodOf(MATCHED, { id: 'by-hand', version: '1' }),
    score: ({ id }) =>
      new Promise((resolve, reject) => {
        log.push(`${name}${id}`);
        running.set(name, {
          finish: () => {
            resolve(DONE);
          },
          fail: () => {
            reject(new Error(`${name} died`));
          },
        });
      }),
  });
  const shared = shareRows([session('A'), session('B')]);
  let id = 0;
  const give = (source: string) => shared.score({ id: ++id, source, summary: '', line: id }, () => undefined);
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const end = async (name: string, how: 'finish' | 'fail' = 'finish'): Promise<void> => {
    running.get(name)?.[how]();
    await settled();
  };
  return { log, give, end, settled };
}

describe('shareRows', () => {
  it('gives rows of one article to one session', async () => {
    const { log, give, end, settled } = twoSessions();
    for (const source of ['x', 'x', 'y', 'y']) void give(source);
    await settled();
    // B was free when x came again: no core waits.
    expect(log).toEqual(['A1', 'B2']);
    await end('B');
    expect(log.at(-1)).toBe('B3');
    await end('B');
    await end('A');
    expect(log).toEqual(['A1', 'B2', 'B3', 'B4']);
  });

  it('gives a session the rows of its article before those of another one', async () => {
    const { log, give, end, settled } = twoSessions();
    for (const source of ['x', 'y', 'y', 'x', 'z']) void give(source);
    await settled();
    await end('A');
    await end('A');
    await end('B');
    expect(log).toEqual(['A1', 'B2', 'A4', 'A5', 'B3']);
  });

  it('lets no row wait for a session that died', async () => {
    const { give, end, settled } = twoSessions();
    const rows = ['x', 'y', 'z'].map((source) => give(source));
    const outcomes = Promise.allSettled(rows);
    await settled();
    await end('A', 'fail');
    await end('A', 'fail');
    await end('B');
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
  });
});
