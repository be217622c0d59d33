/** Reads public/models/index.json (docs/model-format.md). */
import * as v from 'valibot';
import { QualsError } from '../../core/errors.js';
import type { ModelIndex } from '../../core/model-index.js';
import { describeIssues, parseJson } from './manifest.js';

const bytes = v.pipe(v.number(), v.integer(), v.minValue(1));
const device = v.picklist(['webgpu', 'wasm']);

const schema = v.pipe(
  v.object({
    default: v.string(),
    models: v.array(
      v.object({
        id: v.pipe(v.string(), v.regex(/^[\w][\w.-]*$/)),
        version: v.pipe(v.string(), v.nonEmpty()),
        bytes,
        devices: v.pipe(v.array(device), v.nonEmpty()),
        memory: v.optional(v.object({ webgpu: v.optional(bytes), wasm: v.optional(bytes) })),
      }),
    ),
  }),
  v.check((index) => index.models.some(({ id }) => id === index.default), 'The default model is not listed.'),
);

/** Throws QualsError `model-damaged`. */
export function parseModelIndex(text: string): ModelIndex {
  const parsed = v.safeParse(schema, parseJson(text, 'index.json'));
  if (!parsed.success) throw new QualsError('model-damaged', `index.json: ${describeIssues(parsed.issues)}`);
  return parsed.output as ModelIndex;
}
