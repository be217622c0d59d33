/** Texts of the settings. */
import { presetOf, PRESETS, type Protocol } from '../../core/protocol.js';
import type { LoadedModel } from '../../core/scorer.js';
import type { Settings } from '../../state/page/settings.js';
import { deviceName } from './model-words.js';
import { counted, megabytes } from '../numbers.js';

type Choices<Key extends keyof Settings> = readonly { readonly value: Settings[Key]; readonly label: string }[];

export const SETTINGS = 'Settings';

export const PROTOCOL = {
  label: 'Protocol',
  choices: [
    { value: 'matched', label: 'Matched' },
    { value: 'released', label: 'Released' },
  ] satisfies Choices<'protocol'>,
  note: 'Matched: both scores of a pair are the model’s own probabilities, and answers must be whole words of the summary. Released: what the authors’ code computes; the score given the summary includes the penalties of the search.',
};

export const PATHS = {
  label: 'Paths',
  choices: [
    { value: 'full', label: `${PRESETS.full.paths} paths (full)` },
    { value: 'quick', label: `${PRESETS.quick.paths} paths (quick)` },
  ] satisfies Choices<'preset'>,
  note: `Each path of the search writes one question. With ${PRESETS.quick.paths} paths, a run is shorter and its score is noisier. Do not compare scores of the two presets. Each score names its preset.`,
};

export const SCALE = {
  label: 'Figure’s scale',
  choices: [
    { value: 'auto', label: 'Automatic' },
    { value: 'linear', label: 'Linear' },
    { value: 'log', label: 'Log' },
  ] satisfies Choices<'scale'>,
  note: 'Automatic: log if an answer’s probability is too small for a linear scale.',
};

export const DEVICE = {
  label: 'Runs on',
  choices: [
    { value: 'auto', label: 'Automatic' },
    { value: 'webgpu', label: 'WebGPU' },
    { value: 'wasm', label: 'WASM' },
  ] satisfies Choices<'device'>,
  note: 'WebGPU uses the graphics card, WASM the processor. Automatic: the graphics card, if it passes the self-check.',
};
export const FIRST_LOOK = {
  label: 'First look',
  choices: [
    { value: 'on', label: 'On' },
    { value: 'off', label: 'Off' },
  ] satisfies Choices<'firstLook'>,
  note: 'Marks words under the summary field while you edit, before you press Score. It runs in the background, on this device.',
};
export const NO_FIRST_LOOK = 'This model has no support head, so there is no first look.';

/** Shown while a model loads. */
export const DEVICE_LATER = 'The model is loading. To change the device now, cancel loading first.';
export const DEVICE_IN_USE = 'A run uses the model. You can change the device when the run has ended.';
export function deviceNow({ device, deviceDetail, refused }: LoadedModel): string {
  const reasons = refused.map((each) => ` Not used: ${each.device}. ${each.reason}`);
  return [`Now: ${deviceName(device, deviceDetail)}.`, ...reasons].join('');
}

export const STORED = 'Stored on this device';
/** `asked`: the model was loaded here, now or on an earlier visit. */
export function storedNote(bytes: number | undefined, asked: boolean, persisted: boolean | undefined): string {
  if (bytes !== undefined) {
    const model = `The model with the program that runs it (${megabytes(bytes)}), ${OWN}.`;
    return persisted === false ? `${model} ${MAY_BE_CLEARED}` : model;
  }
  return asked ? `Parts of the model, ${OWN}.` : `Only ${OWN}. The model has not been downloaded.`;
}
const OWN = 'your texts (also those of closed tabs), settings and results, your batches and studies';
const MAY_BE_CLEARED =
  'The browser may clear all of this when space is short. The page can download the model again, but nothing else: export what you need.';
export const REMOVE_MODEL = 'Remove the model';
export const REMOVE_IN_USE = 'A run uses the model. You can remove it when the run has ended.';

/** "Matched protocol, 60 paths", "Matched protocol, quick: 20 paths" */
export function protocolLine({ name, search }: Protocol): string {
  const protocol = name === 'matched' ? 'Matched protocol' : 'Released protocol';
  return `${protocol}, ${presetOf(search) === 'quick' ? 'quick: ' : ''}${counted(search.paths, 'path')}`;
}

/** The current choices, shown next to the closed settings. */
export function summaryOf({ protocol, preset, device }: Settings): string {
  const where = { auto: 'automatic device', webgpu: 'WebGPU', wasm: 'WASM' }[device];
  return `${protocol} protocol, ${counted(PRESETS[preset].paths, 'path')}, ${where}`;
}
