/** Texts about the model: its size, loading, its device, removing it. */
import type { Device, LoadedModel, RefusedDevice } from '../../core/scorer.js';
import { counted, megabytes, percent } from '../numbers.js';

/** Bytes of the program that runs the model (ONNX Runtime's WebAssembly), at most: it is smaller without a GPU. Set by the build. */
declare const RUNTIME_BYTES: number;

export const CONSENT_LEAD = 'To score your own text, this page needs its model.';
export function consent(bytes: number | undefined): string {
  const size =
    bytes === undefined
      ? 'It is downloaded once'
      : `Pressing Score downloads ${megabytes(bytes)} once, and at most ${megabytes(RUNTIME_BYTES)} for the program that runs it,`;
  return `${size} and keeps them in this browser. After that the page works offline.`;
}
export const WHAT_IS_STORED = 'What is stored, and how to remove it';

export const DOWNLOADING = 'Downloading the model';
export const READING_STORED = 'Reading the model from this device';
export const STARTING = 'Starting';
export const PREPARING = 'Preparing the model';
export const STEP_1 = 'step 1 of 2';
export const STEP_2 = 'step 2 of 2';
export const CANCEL = 'Cancel';
export const DOWNLOAD_NOTE = 'You can close this page. Complete files are kept, and the download continues next time.';
export const PREPARE_NOTE = 'Nothing is being downloaded now.';
export const STARTS_BY_ITSELF = 'Your texts are scored as soon as the model is ready.';

export const PREPARE_STEPS = {
  download: 'Download and verify the files',
  prepare: 'Compile for this device',
  'warm-up': 'Warm-up run, slower than later runs',
  'self-check': 'Self-check against known values',
} as const;
export const STEP_STATES = { done: 'Done', now: 'Now', next: 'Next' } as const;

export function bytesOf(done: number, total: number): string {
  return `${megabytes(done).replace(/\s*MB$/u, '')} of ${megabytes(total)}`;
}
export function timeLeft(seconds: number, bytesPerSecond: number): string {
  return `about ${roughly(seconds)} left, ${megabytes(bytesPerSecond)}/s`;
}

export const DOWNLOAD_CANCELLED = 'Loading was cancelled';
export function cancelledNote(bytes: number): string {
  return bytes === 0
    ? 'The examples do not need the model.'
    : `${megabytes(bytes)} were downloaded. Complete files are kept. The examples do not need the model.`;
}
export const GO_ON = 'Continue';

export const READY = 'Model ready.';
export const READY_HEARD = 'The model is ready';
/** "WASM (2 threads)" */
export function deviceName(device: Device, detail: string): string {
  return `${DEVICES[device]} (${detail})`;
}

export function readyNote({ device, deviceDetail, threads, bytes, stored, repaired }: LoadedModel): string {
  const where = stored
    ? `Stored on this device: ${megabytes(bytes)}.`
    : 'Not stored: this browser refuses it, so the model is downloaded again next time.';
  const notes = [
    `${deviceName(device, deviceDetail)}, self-check passed.`,
    where,
    device === 'wasm' && threads === 1 ? ONE_THREAD : '',
    repaired.length > 0 ? `Damaged in storage, downloaded again: ${repaired.map(fileName).join(', ')}.` : '',
  ];
  return notes.filter(Boolean).join(' ');
}
/** Shown only if the page, the model and the runtime are all stored. */
export const READY_OFFLINE = 'Ready to work offline.';
const ONE_THREAD =
  'It uses one core: this device has only one, the browser did not start more threads, or the page lacks the headers that several threads need. A reload can help.';

/** The file's name: a damage report begins with it. */
function fileName(damage: string): string {
  return damage.split(':', 1)[0] ?? damage;
}

const DEVICES: Readonly<Record<Device, string>> = { webgpu: 'WebGPU', wasm: 'WASM' };

export const REFUSED_TITLE: Readonly<Record<Device, string>> = {
  wasm: 'This device uses its processor, not its graphics card',
  webgpu: 'This graphics card is used without its optional features',
};
export function refusedReason(refused: readonly RefusedDevice[]): string {
  return refused.map(({ device, reason }) => `${device}: ${reason}`).join('\n');
}
export const REFUSED_NOTE: Readonly<Record<Device, string>> = {
  wasm: 'The scores are the same; a summary takes longer.',
  webgpu: 'With them, the self-check failed. The scores are the same; a summary takes longer.',
};

/** The short line in the page header. */
export const HEAD = {
  downloading: (share: number) => `Downloading the model: ${percent(share)}`,
  preparing: PREPARING,
  working: (device: Device) => `Working on this device: ${DEVICES[device]}`,
  ready: (device: Device) => `Runs on this device: ${DEVICES[device]}, model ready`,
};

export const STOPPED_TITLE = 'Stopped';
export function stoppedNote(questions: number): string {
  return questions === 0
    ? 'Nothing was scored. Your texts are unchanged.'
    : `${counted(questions, 'question')} had been written; nothing was scored. Your texts are unchanged.`;
}

function roughly(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  return `${Math.round(seconds / 60)} min`;
}
