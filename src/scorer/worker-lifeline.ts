/**
 * A worker that is killed sends no event. But it holds a Web Lock as long as it lives (workers/scorer/scorer.worker.ts),
 * and the browser gives the lock to the page when it has died.
 */

const CHECK_EVERY_MS = 50;
const CHECKS = 100;

/** `answered` resolves once the worker's script has run. Never resolves where the browser has no Web Locks. */
export async function deathOf(lockName: string, answered: Promise<unknown>): Promise<void> {
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks) return new Promise(() => undefined);
  await answered;
  for (let check = 0; !(await isHeld(locks, lockName)); check++) {
    // The worker may not have its lock yet; one that never takes it cannot be watched.
    if (check === CHECKS) return new Promise(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, CHECK_EVERY_MS));
  }
  await locks.request(lockName, () => undefined);
}

async function isHeld(locks: LockManager, lockName: string): Promise<boolean> {
  const { held = [] } = await locks.query();
  return held.some(({ name }) => name === lockName);
}
