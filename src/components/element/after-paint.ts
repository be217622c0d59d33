/**
 * Resolves once the next frame is visible. An element that is costly to draw waits for it (`scheduleUpdate`), so that a click
 * gets an immediate response.
 */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
