/** Texts and settings survive a reload. Read once at the start; written whenever they change. */
import { atom, type ReadableAtom, type WritableAtom } from 'nanostores';
import { array, boolean, type GenericSchema, object, optional, picklist, safeParse, string } from 'valibot';
import { type CurrentKey, readCurrent, writeCurrent } from '../storage/database.js';
import { $texts, type Texts } from './document.js';
import { $settings, DEFAULT_SETTINGS, type Settings } from './settings.js';

/** `refused`: nothing is kept, and the page says so. */
export const $storage = atom<'kept' | 'refused'>('kept');

/** Typing writes once it pauses, not at each key. */
const PAUSE_MS = 300;

const TEXTS: GenericSchema<unknown, Texts> = object({ source: string(), summary: string() });

const D = DEFAULT_SETTINGS;
const SETTINGS: GenericSchema<unknown, Settings> = object({
  theme: optional(picklist(['system', 'light', 'dark']), D.theme),
  protocol: optional(picklist(['matched', 'released']), D.protocol),
  quick: optional(boolean(), D.quick),
  device: optional(picklist(['auto', 'webgpu', 'wasm']), D.device),
  scale: optional(picklist(['auto', 'linear', 'log']), D.scale),
  extent: optional(picklist(['all', 'answer']), D.extent),
  unit: optional(picklist(['word', 'token']), D.unit),
  acceptedModels: optional(array(string()), []),
});

/** Resolves when both have been read. True where the person had texts of an earlier visit. */
export async function remember(): Promise<boolean> {
  const hadTexts = await recall('texts', $texts, TEXTS);
  await recall('settings', $settings, SETTINGS);
  keep('texts', $texts);
  keep('settings', $settings);
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

function keep<T>(key: CurrentKey, store: ReadableAtom<T>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    timer = undefined;
    writeCurrent(key, store.get()).catch(() => $storage.set('refused'));
  };
  store.listen(() => {
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE_MS);
  });
  // A tab that is hidden may be discarded without another word.
  globalThis.addEventListener?.('pagehide', () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    write();
  });
}
