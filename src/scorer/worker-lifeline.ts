/**
 * A killed worker sends no event. But it holds a Web Lock during its life (workers/scorer/scorer.worker.ts),
 * and the browser grants the lock to the page when the worker dies.
 */

const CHECK_EVERY_MS = 50;
const CHECKS = 40;

/** `answered` resolves once the worker's script has run. Never resolves if the browser has no Web Locks. */
export async function deathOf(lockName: string, answered: Promise<unknown>): Promise<void> {
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks) return new Promise(() => undefined);
  await answered;
  // The worker requests the lock before it answers, but over another channel, so the lock may come slightly later. If it
  // does not come at all, the worker died in between.
  for (let check = 0; check < CHECKS && !(await isHeld(locks, lockName)); check++) {
    await new Promise((resolve) => setTimeout(resolve, CHECK_EVERY_MS));
  }
  await locks.request(lockName, () => undefined);
}

async function isHeld(locks: LockManager, lockName: string): Promise<boolean> {
  const { held = [] } = await locks.query();
  return held.some(({ name }) => name === lockName);
}
