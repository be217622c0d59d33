/** Keeps texts, settings and the last result across reloads. Reads them once at the start and writes them whenever they change. */
import { atom, type ReadableAtom, type WritableAtom } from 'nanostores';
import { array, type GenericSchema, object, optional, picklist, safeParse, string } from 'valibot';
import { decodeRecords } from '../core/record/decode-records.js';
import { type CurrentKey, readCurrent, writeCurrent } from '../storage/database.js';
import { $texts, type Texts } from './document.js';
import { $shown, showResult } from './result.js';
import { $settings, DEFAULT_SETTINGS, type Settings } from './settings.js';
import { recordOf, shownOf } from './shown-record.js';

/** `refused`: nothing is stored, and the page says so. */
export const $storage = atom<'kept' | 'refused'>('kept');

/** Writes when typing pauses, not at each key. */
const TYPING_PAUSE_MS = 300;

const TEXTS: GenericSchema<unknown, Texts> = object({ source: string(), summary: string() });

const D = DEFAULT_SETTINGS;
const SETTINGS: GenericSchema<unknown, Settings> = object({
  theme: optional(picklist(['system', 'light', 'dark']), D.theme),
  protocol: optional(picklist(['matched', 'released']), D.protocol),
  preset: optional(picklist(['full', 'quick']), D.preset),
  device: optional(picklist(['auto', 'webgpu', 'wasm']), D.device),
  scale: optional(picklist(['auto', 'linear', 'log']), D.scale),
  extent: optional(picklist(['all', 'answer']), D.extent),
  unit: optional(picklist(['word', 'token']), D.unit),
  acceptedModels: optional(array(string()), []),
});

/** Resolves when all have been read. True where the person had texts of an earlier visit. */
export async function remember(): Promise<boolean> {
  const hadTexts = await recall('texts', $texts, TEXTS);
  await recall('settings', $settings, SETTINGS);
  await recallResult();
  keep('texts', $texts, TYPING_PAUSE_MS);
  keep('settings', $settings, 0);
  $shown.listen((shown) => {
    if (shown?.origin.kind === 'run') write('result', recordOf(shown));
  });
  return hadTexts;
}

async function recall<T>(key: CurrentKey, store: WritableAtom<T>, schema: GenericSchema<unknown, T>): Promise<boolean> {
  try {
    const read = safeParse(schema, await readCurrent(key));
    if (read.success) store.set(read.output);
    return read.success;
  } catch {
    $storage.set('refused');
    return false;
  }
}

async function recallResult(): Promise<void> {
  try {
    const decoded = decodeRecords(await readCurrent('result'));
    if (decoded.ok) showResult(shownOf(decoded.records[0]));
  } catch {
    $storage.set('refused');
  }
}

/** `pause`: milliseconds without a further change before writing; 0: at once. */
function keep<T>(key: CurrentKey, store: ReadableAtom<T>, pause: number): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const writeNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    write(key, store.get());
  };
  store.listen(() => {
    clearTimeout(timer);
    if (pause === 0) return writeNow();
    timer = setTimeout(writeNow, pause);
  });
  // The browser may discard a hidden tab without notice.
  const writeRest = (): void => {
    if (timer !== undefined) writeNow();
  };
  globalThis.addEventListener?.('pagehide', writeRest);
  globalThis.document?.addEventListener('visibilitychange', writeRest);
}

function write(key: CurrentKey, value: unknown): void {
  writeCurrent(key, value).catch(() => $storage.set('refused'));
}
