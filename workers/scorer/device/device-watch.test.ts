import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../src/core/cancelled.js';
import { DeviceWatch } from './device-watch.js';

function device() {
  let lose: () => void = () => undefined;
  const lost = new Promise<GPUDeviceLostInfo>((resolve) => {
    lose = () => {
      resolve({ reason: 'unknown', message: 'driver reset' } as GPUDeviceLostInfo);
    };
  });
  return { lost, lose };
}
const never = (): Promise<never> => new Promise(() => undefined);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('DeviceWatch', () => {
  it('ends a run that waits for a lost device', async () => {
    const { lost, lose } = device();
    const run = new DeviceWatch({ lost }).during(never);
    lose();
    await expect(run).rejects.toMatchObject({ code: 'device-lost', message: /driver reset/ });
  });

  it('names the loss as the cause of later failures, and starts no further run', async () => {
    const { lost, lose } = device();
    const watch = new DeviceWatch({ lost });
    lose();
    await lost;
    let begun = false;
    const run = watch.during(() => {
      begun = true;
      return never();
    });
    await expect(run).rejects.toMatchObject({ code: 'device-lost' });
    expect(begun).toBe(false);
  });

  it('passes results, errors and stops on while the device exists', async () => {
    const watch = new DeviceWatch(device());
    expect(await watch.during(() => Promise.resolve(3))).toBe(3);
    await expect(watch.during(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
    await expect(watch.during(() => Promise.reject(new Cancelled()))).rejects.toThrow(Cancelled);
  });

  it('takes a stop for a stop, though the device is lost with it', async () => {
    const { lost, lose } = device();
    const run = new DeviceWatch({ lost }).during(() => {
      lose();
      return Promise.reject(new Cancelled());
    });
    await expect(run).rejects.toThrow(Cancelled);
  });

  it('keeps no result of work that has ended', async () => {
    const gpu = device();
    const watch = new DeviceWatch(gpu);
    const result = async () => new WeakRef(await watch.during(() => Promise.resolve({ rows: 'half a megabyte' })));
    const kept = await result();
    // A WeakRef holds its object until the task ends.
    await new Promise((resolve) => setTimeout(resolve, 0));
    collectGarbage();
    expect(kept.deref()).toBeUndefined();
    // The device is still watched.
    const run = watch.during(never);
    gpu.lose();
    await expect(run).rejects.toMatchObject({ code: 'device-lost' });
  });
});
