/** Small model files that the page itself reads: the manifest with the size, and the calibration. */
import { array, number, object, safeParse, string } from 'valibot';
import type { Calibration } from '../../../core/judgement/calibration.js';
import { type ListedModel, type ModelIndex, preferredModels } from '../../../core/model-index.js';
import type { OfferedModel } from '../../../core/scorer.js';
import { CALIBRATION_FILE, calibrationsIn } from '../../../state/scoring/calibration.js';
import { sameMethod } from '../../../core/method/scoring-method.js';
import type { ModelFacts } from '../../../state/scoring/model.js';

/** Of a model that is not listed, the id alone is known. */
type Listed = Pick<ListedModel, 'id'> & Partial<ListedModel>;

const MODEL_ID = /^[\w][\w.-]*$/;

const MANIFEST = object({ id: string(), version: string(), files: array(object({ bytes: number() })) });

/** The shipped models, the preferred one first; or only the one under models/ of `base` that is `asked` for, by its id. */
export function offeredModels(base: URL, asked: string, index: ModelIndex): readonly OfferedModel[] {
  const url = (id: string): string => new URL(`models/${id}/`, base).href;
  const preferred = preferredModels(index);
  const named = preferred.find(({ id }) => id === asked) ?? (MODEL_ID.test(asked) ? { id: asked } : undefined);
  return (named ? [named] : preferred).map(({ id, devices, memory }: Listed) => ({ url: url(id), devices, memory }));
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
  const now = await facts;
  const model = now ?? read.output.model;
  if (!model) return [];
  return calibrationsIn(read.output, model).filter(({ method }) => sameMethod(method, { ...method, model }));
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
