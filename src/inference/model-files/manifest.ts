/** manifest.json of a model's folder (docs/model-format.md). */
import * as v from 'valibot';
import { QualsError } from '../../core/errors.js';

const MODEL_FORMAT = 1;

/** How the graphs read the weights: 4-bit codes in blocks of 32, each with a scale and an offset. */
const LAYOUTS: readonly string[] = ['q4-block32-offset'];

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const tokenId = v.pipe(v.number(), v.integer(), v.minValue(0));

const REQUIRED_ROLES = [
  'body',
  'head',
  'body-cpu',
  'head-cpu',
  'weights',
  'tokenizer',
  'tokenizer-config',
  'self-check',
] as const;

const READ_ROLES = [...REQUIRED_ROLES, 'support-head'] as const;

const manifestSchema = v.object({
  format: v.literal(MODEL_FORMAT),
  id: v.pipe(v.string(), v.nonEmpty()),
  version: v.pipe(v.string(), v.nonEmpty()),
  licence: v.string(),
  architecture: v.object({
    layers: count,
    width: count,
    queryHeads: count,
    keyValueHeads: count,
    headSize: count,
    vocabulary: count,
  }),
  contextLength: count,
  tokens: v.object({ start: tokenId, separator: tokenId, end: tokenId }),
  layout: v.string(),
  budgets: v.optional(v.object({ keptBytes: v.optional(count) })),
  externalData: v.string(),
  files: v.pipe(
    v.array(
      v.object({
        // A plain file name: a manifest must not reach outside the model's folder.
        path: v.pipe(v.string(), v.regex(/^[\w-][\w.-]*$/)),
        bytes: count,
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
        // Other roles are for other tools and later versions. Unknown roles are ignored.
        role: v.pipe(v.string(), v.nonEmpty()),
      }),
    ),
    v.check(
      (files) => REQUIRED_ROLES.every((role) => files.some((file) => file.role === role)),
      `Each of ${REQUIRED_ROLES.join(', ')} needs a file.`,
    ),
  ),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type ModelFile = Manifest['files'][number];
/** A role that this version reads. */
export type FileRole = (typeof READ_ROLES)[number];
export type Architecture = Manifest['architecture'];

/**
 * Throws QualsError `model-incompatible` for another format, `model-layout-unknown` for another weight layout, and
 * `model-damaged` for any other defect.
 */
export function parseManifest(text: string): Manifest {
  const json = parseJson(text, 'manifest.json');
  const format = v.safeParse(v.object({ format: v.number() }), json);
  if (format.success && format.output.format !== MODEL_FORMAT) {
    throw new QualsError(
      'model-incompatible',
      `manifest.json has format ${format.output.format}; this version reads format ${MODEL_FORMAT}.`,
    );
  }
  const layout = v.safeParse(v.object({ layout: v.string() }), json);
  if (layout.success && !LAYOUTS.includes(layout.output.layout)) {
    throw new QualsError(
      'model-layout-unknown',
      `manifest.json has layout "${layout.output.layout}"; this version reads ${LAYOUTS.join(', ')}.`,
    );
  }
  const manifest = v.safeParse(manifestSchema, json);
  if (!manifest.success) {
    throw new QualsError('model-damaged', `manifest.json: ${describeIssues(manifest.issues)}`);
  }
  return manifest.output;
}

/** Files of known roles, in the manifest's order; not config.json and other further roles. */
export function readFiles({ files }: Manifest): ModelFile[] {
  return files.filter(({ role }) => (READ_ROLES as readonly string[]).includes(role));
}

/** Throws QualsError `model-damaged` naming the file. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new QualsError('model-damaged', `${file} is not JSON: ${String(error)}`, undefined, { cause: error });
  }
}

export function describeIssues(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`).join('; ');
}
