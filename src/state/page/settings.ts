/** A person's choices, stored for the next visit. */
import { atom } from 'nanostores';
import { MATCHED, type PresetName, PRESETS, type Protocol, type ProtocolName, RELEASED } from '../../core/protocol.js';
import type { Device } from '../../core/scorer.js';

type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  readonly theme: Theme;
  readonly protocol: ProtocolName;
  /** Number of paths of the search; named next to every score. */
  readonly preset: PresetName;
  readonly device: Device | 'auto';
  /** `auto`: logarithmic if a probability is too small for a linear scale. */
  readonly scale: 'auto' | 'linear' | 'log';
  readonly extent: 'all' | 'answer';
  readonly unit: 'word' | 'token';
  /** Marks under the summary field while a person edits. */
  readonly firstLook: 'on' | 'off';
  /** Model versions that the person agreed to download; they load without asking again. */
  readonly acceptedModels: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  protocol: 'matched',
  preset: 'full',
  device: 'auto',
  scale: 'auto',
  extent: 'all',
  unit: 'word',
  firstLook: 'on',
  acceptedModels: [],
};

export function createSettingsState() {
  const $settings = atom<Settings>(DEFAULT_SETTINGS);
  const changeSettings = (change: Partial<Settings>): void => $settings.set({ ...$settings.get(), ...change });
  return { $settings, changeSettings };
}

export function chosenProtocol({ protocol, preset }: Pick<Settings, 'protocol' | 'preset'>): Protocol {
  const chosen = protocol === 'matched' ? MATCHED : RELEASED;
  return { ...chosen, search: PRESETS[preset] };
}
