import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../src/core/cancelled.js';
import { createCheckpoint } from './checkpoint.js';

describe('a checkpoint', () => {
  it('lets a message in that was sent before it, and stops the run that this message stops', async () => {
    const controller = new AbortController();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      controller.abort();
      port1.close();
    };
    port2.postMessage('stop');
    await expect(createCheckpoint(controller.signal)()).rejects.toThrow(Cancelled);
  });

  it('goes on otherwise, and stops at once when stopped before', async () => {
    const controller = new AbortController();
    const checkpoint = createCheckpoint(controller.signal);
    await checkpoint();
    await checkpoint();
    controller.abort();
    await expect(checkpoint()).rejects.toThrow(Cancelled);
  });
});
