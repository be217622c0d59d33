/**
 * Resolves once the next frame is on the screen. A part that is costly to draw waits for it (`scheduleUpdate`), so that what was
 * pressed answers at once.
 */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
