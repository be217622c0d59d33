/** public/models/index.json: the models that ship, as data (docs/model-format.md). */
import type { Device } from './scorer.js';

export interface ListedModel {
  /** Also the name of its folder. */
  readonly id: string;
  readonly version: string;
  /** Of all files that its manifest names. */
  readonly bytes: number;
  readonly devices: readonly Device[];
  /** Bytes that a score takes at most, by device; unknown if missing. */
  readonly memory?: Readonly<Partial<Record<Device, number>>> | undefined;
}

export interface ModelIndex {
  /** Id of the model that is used where nobody asks for another. */
  readonly default: string;
  readonly models: readonly ListedModel[];
}

/** The default model first, then the others in the order of the list. */
export function preferredModels({ default: preferred, models }: ModelIndex): readonly ListedModel[] {
  return [...models].sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
}
