/** Small model files that the page itself reads: the manifest with the size, and the calibration. */
import { array, number, object, safeParse, string } from 'valibot';
import type { Calibration } from '../core/calibration.js';
import { CALIBRATION_FILE } from '../state/calibration.js';
import type { ModelFacts } from '../state/model.js';

const DEFAULT_MODEL = 'qagen-smollm2-135m';
const MODEL_ID = /^[\w][\w.-]*$/;

const MANIFEST = object({ id: string(), version: string(), files: array(object({ bytes: number() })) });

/** The folder of the model: the default one, or another one under models/ from the query ?model=. */
export function modelUrl(page: URL): URL {
  const asked = page.searchParams.get('model') ?? '';
  const id = MODEL_ID.test(asked) ? asked : DEFAULT_MODEL;
  return new URL(`models/${id}/`, new URL('.', page));
}

/** Undefined if there is no such model; loading it then reports the fault. */
export async function readModelFacts(folder: URL): Promise<ModelFacts | undefined> {
  const read = safeParse(MANIFEST, await readJson(new URL('manifest.json', folder)));
  if (!read.success) return undefined;
  const { id, version, files } = read.output;
  return { id, version, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
}

/** Undefined if the model has none, or one of another model version: it does not apply to this model. */
export async function readCalibrations(
  folder: URL,
  facts: Promise<ModelFacts | undefined>,
): Promise<readonly Calibration[]> {
  const read = safeParse(CALIBRATION_FILE, await readJson(new URL('calibration.json', folder)));
  if (!read.success) return [];
  const { model, calibrations } = read.output;
  const now = await facts;
  const fits = !model || !now || (model.id === now.id && model.version === now.version);
  return fits ? calibrations : [];
}

/** Undefined if the file is missing or unreachable, or if the server sends a page in its place. */
async function readJson(url: URL): Promise<unknown> {
  try {
    const response = await fetch(url);
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return response.ok && isJson ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
