/** The options for another model (docs/other-models.md). */
import { resolve } from 'node:path';
import type { GenericModelRequest } from '../../src/inference/generic/open-generic-model.js';
import { UsageError } from './usage-error.js';

export const GENERIC_HELP = `  --generic DIR     another model, in transformers.js layout (docs/other-models.md); hub:OWNER/NAME downloads it
  --separator TEXT  with --generic: the token between question and answer
  --start TEXT      with --generic: the token before the question, if the model needs one
  --dtype NAME      with --generic: number format of its graphs: fp32 (default), fp16, q8, q4, …
`;

/** Number formats that transformers.js knows, each with its own file name suffix. */
const DTYPES = ['fp32', 'fp16', 'q8', 'int8', 'uint8', 'q4', 'bnb4', 'q4f16', 'q2', 'q2f16', 'q1', 'q1f16'] as const;

const HUB = 'hub:';

export interface GenericOptions {
  readonly generic?: string | undefined;
  readonly separator?: string | undefined;
  readonly start?: string | undefined;
  readonly dtype?: string | undefined;
}

/** Undefined if no other model is requested. Throws UsageError. */
export function genericRequest(options: GenericOptions): GenericModelRequest | undefined {
  const { generic, separator, start, dtype } = options;
  if (generic === undefined) {
    const stray = (['separator', 'start', 'dtype'] as const).find((name) => options[name] !== undefined);
    if (stray) throw new UsageError(`--${stray} needs --generic.`);
    return undefined;
  }
  if (!separator) throw new UsageError('--generic needs --separator, the token between question and answer.');
  const fromHub = generic.startsWith(HUB);
  return {
    location: fromHub ? generic.slice(HUB.length) : resolve(generic),
    fromHub,
    separator,
    start,
    dtype: dtype === undefined ? undefined : namedDtype(dtype),
  };
}

function namedDtype(name: string): (typeof DTYPES)[number] {
  const dtype = DTYPES.find((known) => known === name);
  if (!dtype) throw new UsageError(`--dtype is one of ${DTYPES.join(', ')}, not "${name}".`);
  return dtype;
}
