/** How long the waiting rows take, from the rows that this run has finished. */

/** Seconds; undefined before the first row is done. */
export function secondsLeft(done: number, elapsedSeconds: number, waiting: number): number | undefined {
  return done === 0 ? undefined : (elapsedSeconds / done) * waiting;
}
