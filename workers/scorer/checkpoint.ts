/** Points between steps where a run can stop, after giving the event loop a turn. */
import { Cancelled } from '../../src/core/cancelled.js';
import type { Checkpoint } from '../../src/core/qagen-model.js';

/** Throws `Cancelled` once `signal` is aborted. */
export function createCheckpoint(signal: AbortSignal): Checkpoint {
  const stopIfAborted = (): void => {
    if (signal.aborted) throw new Cancelled();
  };
  return async () => {
    stopIfAborted();
    await nextTask();
    stopIfAborted();
  };
}

/**
 * Resolves in a new task, so that a waiting message (Stop) is read first. A microtask would not allow that;
 * nested setTimeout waits at least 4 ms.
 */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
