import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { Scorer } from '../core/scorer.js';
import { RunningWorker } from './running-worker.js';

const never = (): Promise<never> => new Promise(() => undefined);

function running(died: Promise<string> = never()): RunningWorker {
  return new RunningWorker({ scorer: {} as Scorer, died, terminate: () => undefined });
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('keeps no answer of a call that has ended', async () => {
  const worker = running();
  const answer = async (): Promise<WeakRef<object>> => {
    const outcome = await worker.call(() => Promise.resolve({ ok: true, value: { rows: 'half a megabyte' } }));
    return new WeakRef(outcome?.ok ? outcome.value : {});
  };
  const kept = await answer();
  // A WeakRef holds its object until the task ends.
  await new Promise((resolve) => setTimeout(resolve, 0));
  collectGarbage();
  expect(kept.deref()).toBeUndefined();
  // The worker is still there.
  expect(await worker.call(() => Promise.resolve({ ok: true, value: 1 }))).toEqual({ ok: true, value: 1 });
});

it('ends every waiting call with its worker, and all later ones', async () => {
  let die: (reason: string) => void = () => undefined;
  const worker = running(new Promise((resolve) => (die = resolve)));
  const calls = [worker.call(never), worker.call(never)];
  die('out of memory');
  const fault = { ok: false, fault: { code: 'worker-died', detail: 'out of memory' } };
  expect(await Promise.all(calls)).toEqual([fault, fault]);
  expect(await worker.call(never)).toEqual(fault);
});

it('gives no outcome of a call where the page ends the worker', async () => {
  const worker = running();
  const call = worker.call(never);
  worker.terminate();
  expect([await call, await worker.call(never)]).toEqual([undefined, undefined]);
});
