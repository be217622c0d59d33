/** Texts, settings and the last result survive a reload. Read once at the start; written whenever they change. */
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { array, type GenericSchema, object, optional, picklist, safeParse, string } from 'valibot';
import type { CurrentKey } from '../../storage/current-schema.js';
import { createDatabase, type Database } from '../../storage/database.js';
import type { Texts } from '../scoring/document.js';
import type { PageState } from '../page-state.js';
import { DEFAULT_SETTINGS, type Settings } from './settings.js';
import { decodeRecords } from '../../core/record/decode-records.js';
import { recordOf, shownOf } from '../scoring/shown-record.js';
import { COMPARED_TEXTS, decodeScores, encodeScores } from '../compare/stored-comparison.js';
import { retryWrites } from './retry-writes.js';
import { createWriteValue, type WriteValue } from './stored-values.js';

/** Typing writes once it pauses, not at each key. */
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
  firstLook: optional(picklist(['on', 'off']), D.firstLook),
  acceptedModels: optional(array(string()), []),
});

type Remembered = PageState & Pick<Database, 'readCurrent'> & { readonly write: WriteValue };

/** Resolves when everything is read. True if the person had texts of an earlier visit. Keeps changes until `signal`. */
export async function remember(state: PageState, signal: AbortSignal): Promise<boolean> {
  const database = createDatabase(signal);
  const { readCurrent } = database;
  const page: Remembered = { ...state, readCurrent, write: createWriteValue(state.$storage, database) };
  const { $texts, $putAside, $settings, $shown, $comparedScores, write } = page;
  const hadTexts = await recall(page, 'texts', $texts, TEXTS);
  await recall(page, 'texts-aside', $putAside, array(TEXTS));
  await recall(page, 'settings', $settings, SETTINGS);
  await recallResult(page);
  await recallComparison(page);
  if (signal.aborted) return hadTexts;
  keep(page, 'texts', $texts, TYPING_PAUSE_MS, signal);
  keep(page, 'texts-aside', $putAside, 0, signal);
  keep(page, 'settings', $settings, 0, signal);
  const leave = $shown.listen((shown) => {
    if (shown?.origin.kind === 'run') void write('result', () => recordOf(shown));
  });
  signal.addEventListener('abort', leave);
  keep(page, 'comparison', page.$comparedTexts, TYPING_PAUSE_MS, signal);
  keep(page, 'comparison-aside', page.$comparedAside, 0, signal);
  const leaveScores = $comparedScores.listen(() => {
    void write('comparison-scores', () => encodeScores($comparedScores.get()));
  });
  signal.addEventListener('abort', leaveScores);
  retryWrites(state, write, signal);
  return hadTexts;
}

async function recall<T>(
  { $storage, readCurrent }: Remembered,
  key: CurrentKey,
  store: WritableAtom<T>,
  schema: GenericSchema<unknown, T>,
): Promise<boolean> {
  try {
    const read = safeParse(schema, await readCurrent(key));
    if (read.success) store.set(read.output);
    return read.success;
  } catch {
    $storage.set('refused');
    return false;
  }
}

async function recallResult({ $storage, showResult, readCurrent }: Remembered): Promise<void> {
  try {
    const decoded = decodeRecords(await readCurrent('result'));
    if (decoded.ok) showResult(shownOf(decoded.records[0]));
  } catch {
    $storage.set('refused');
  }
}

async function recallComparison(page: Remembered): Promise<void> {
  const { $storage, $comparedTexts, $comparedAside, $comparedScores, readCurrent } = page;
  const hadTexts = await recall(page, 'comparison', $comparedTexts, COMPARED_TEXTS);
  if (!hadTexts) return;
  await recall(page, 'comparison-aside', $comparedAside, array(COMPARED_TEXTS));
  try {
    $comparedScores.set(decodeScores(await readCurrent('comparison-scores')));
  } catch {
    $storage.set('refused');
  }
}

/** `pause`: milliseconds without a further change before it is written; 0: at once. */
function keep<T>(
  { write }: Remembered,
  key: CurrentKey,
  store: ReadableAtom<T>,
  pause: number,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const writeNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    void write(key, () => store.get());
  };
  const leave = store.listen(() => {
    clearTimeout(timer);
    if (pause === 0) return writeNow();
    timer = setTimeout(writeNow, pause);
  });
  // The browser may discard a hidden tab without notice.
  const writeRest = (): void => {
    if (timer !== undefined) writeNow();
  };
  globalThis.addEventListener?.('pagehide', writeRest, { signal });
  globalThis.document?.addEventListener('visibilitychange', writeRest, { signal });
  signal.addEventListener('abort', () => {
    leave();
    writeRest();
  });
}
