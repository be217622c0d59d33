import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../src/core/cancelled.js';
import { createCheckpoint } from './checkpoint.js';

describe('a checkpoint', () => {
  it('lets an earlier message arrive, and stops the run if it says so', async () => {
    const controller = new AbortController();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      controller.abort();
      port1.close();
    };
    port2.postMessage('stop');
    await expect(createCheckpoint(controller.signal)()).rejects.toThrow(Cancelled);
  });

  it('continues otherwise, and stops at once if already stopped', async () => {
    const controller = new AbortController();
    const checkpoint = createCheckpoint(controller.signal);
    await checkpoint();
    await checkpoint();
    controller.abort();
    await expect(checkpoint()).rejects.toThrow(Cancelled);
  });
});
