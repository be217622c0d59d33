/** Response times of the page, as the browser measures them (Event Timing: from the input to the next frame). */
import type { Page } from '@playwright/test';

export interface Interaction {
  /** Milliseconds, in steps of eight; the browser reports none under 16. */
  readonly duration: number;
  /** For instance "click button". */
  readonly what: string;
}

/** Call it before the page is opened. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const longest = new Map<number, { duration: number; what: string }>();
    Object.assign(window, { interactions: longest });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const {
          interactionId = 0,
          duration,
          name,
          target,
        } = entry as PerformanceEventTiming & { interactionId?: number };
        if (interactionId === 0 || (longest.get(interactionId)?.duration ?? 0) >= duration) continue;
        longest.set(interactionId, { duration, what: `${name} ${target?.nodeName.toLowerCase() ?? ''}` });
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

/** Interactions of 16 ms or more since the page was opened. */
export function readInteractions(page: Page): Promise<Interaction[]> {
  return page.evaluate(async () => {
    // The last ones are reported after the frame that they caused.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return [...(window as unknown as { interactions: Map<number, Interaction> }).interactions.values()];
  });
}

/** Number of all interactions, fast ones included. */
export function countInteractions(page: Page): Promise<number> {
  return page.evaluate(() => (performance as Performance & { interactionCount?: number }).interactionCount ?? 0);
}

/** Busy workers, as many as a score has threads. */
export async function loadProcessor(page: Page, threads: number): Promise<void> {
  await page.evaluate((count) => {
    const script = URL.createObjectURL(new Blob(['for (;;);'], { type: 'text/javascript' }));
    const workers = Array.from({ length: count }, () => new Worker(script));
    Object.assign(window, { busyWorkers: workers });
  }, threads);
}
