/** Which of several models a device runs. */
import { QualsError } from '../../src/core/errors.js';
import type { Device, OfferedModel } from '../../src/core/scorer.js';

/** Browsers name at most 8 GiB: that much or more. */
const MOST_NAMED_GIB = 8;
const GIB = 2 ** 30;

/** Bytes; undefined where the browser does not say, or says no more than "many". GPU memory is never named. */
export function deviceMemory(): number | undefined {
  const { deviceMemory: gib } = navigator as { readonly deviceMemory?: number };
  return gib === undefined || gib >= MOST_NAMED_GIB ? undefined : gib * GIB;
}

/**
 * The first model that runs on `device` and fits `memory`; where none fits, the one that needs least: browsers round
 * what they say. Throws QualsError `device-unavailable` where none runs there.
 */
export function chooseModel(models: readonly OfferedModel[], device: Device, memory: number | undefined): OfferedModel {
  const running = models.filter(({ devices }) => devices?.includes(device) ?? true);
  const needed = (model: OfferedModel): number => model.memory?.[device] ?? 0;
  const fitting = running.find((model) => memory === undefined || needed(model) <= memory);
  const [least] = [...running].sort((a, b) => needed(a) - needed(b));
  const chosen = fitting ?? least;
  if (!chosen) throw new QualsError('device-unavailable', `No model is made for ${device}.`);
  return chosen;
}
