/** Words of the settings. */
import type { Protocol } from '../core/protocol.js';
import type { Settings } from '../state/settings.js';
import { megabytes } from './numbers.js';

type Choices<Key extends keyof Settings> = readonly { readonly value: Settings[Key]; readonly label: string }[];

export const SETTINGS = 'Settings';

export const PROTOCOL = {
  label: 'Protocol',
  choices: [
    { value: 'matched', label: 'Matched' },
    { value: 'released', label: 'Released' },
  ] satisfies Choices<'protocol'>,
  note: 'Matched: both sides are the model’s own probabilities, and answers must be whole words of the summary. Released: what the authors’ code computes, with the search’s penalties inside it.',
};

export const QUESTIONS = {
  label: 'Questions',
  choices: [
    { value: 'full', label: '60' },
    { value: 'quick', label: '20, quick' },
  ],
  note: 'The article asks 60. With 20 a run takes about a third of the time; such scores say so and should not be compared with the others.',
};

export const DEVICE = {
  label: 'Runs on',
  choices: [
    { value: 'auto', label: 'Best' },
    { value: 'webgpu', label: 'WebGPU' },
    { value: 'wasm', label: 'WASM' },
  ] satisfies Choices<'device'>,
  note: 'WebGPU is the graphics card, WASM the processor. Best takes the graphics card where it gives right numbers.',
};

export const STORED = 'Stored on this device';
/** `asked`: the model was loaded here before, now or on an earlier visit. */
export function storedNote(bytes: number | undefined, asked: boolean): string {
  if (bytes !== undefined) return `The model (${megabytes(bytes)}), your texts and settings.`;
  return asked
    ? 'Parts of the model, your texts and settings.'
    : 'Your texts and settings. The model has not been downloaded.';
}
export const REMOVE_MODEL = 'Remove the model';

/** "Matched protocol, 60 questions" */
export function protocolLine({ name, search }: Protocol): string {
  const protocol = name === 'matched' ? 'Matched protocol' : 'Released protocol';
  return `${protocol}, ${search.paths} questions`;
}

/** Beside the closed settings: what they are set to. */
export function summaryOf({ protocol, quick, device }: Settings): string {
  const where = { auto: 'best device', webgpu: 'WebGPU', wasm: 'WASM' }[device];
  return `${protocol} protocol, ${quick ? 20 : 60} questions, ${where}`;
}
