/** The options that say how the input is written. */
import { extname } from 'node:path';
import { INPUT_FORMATS, type InputFormat } from '../../src/batch/read-rows.js';
import { DEFAULT_KEYS, type RowKeys } from '../../src/batch/row.js';
import { UsageError } from './usage-error.js';

export const FORMAT_HELP = `${INPUT_FORMATS.join(', ')}; default: csv or tsv for a file that ends in .csv or .tsv, else jsonl`;

export const INPUT_HELP = `  --format NAME     ${FORMAT_HELP}
  --source-key NAME, --summary-key NAME, --id-key NAME
                    what the input calls the three; default: source, summary, id
  --reference-key NAME
                    with --compare or --score-references: what the input calls a reference summary; default: reference.
                    A row may have none
  --keep-bad-rows   for a part of a larger input, whose first rows may be bad: each is an error row of the output. By
                    default, an input that begins with such rows is refused, as one of another format
`;

export interface InputOptions {
  readonly input?: string | undefined;
  readonly format?: string | undefined;
  readonly 'source-key'?: string | undefined;
  readonly 'summary-key'?: string | undefined;
  readonly 'id-key'?: string | undefined;
  readonly 'reference-key'?: string | undefined;
}

/** Throws UsageError. */
export function inputFormat({ input, format }: InputOptions): InputFormat {
  const named = format ?? formatOf(input ?? '');
  const known = INPUT_FORMATS.find((name) => name === named);
  if (!known) throw new UsageError(`--format is one of ${INPUT_FORMATS.join(', ')}, not "${named}".`);
  return known;
}

/** `withReference`: the row's reference is read too. Throws UsageError. */
export function rowKeys(options: InputOptions, withReference = false): RowKeys {
  const { 'reference-key': reference } = options;
  if (reference !== undefined && !withReference) {
    throw new UsageError('--reference-key needs --compare or --score-references.');
  }
  const keys = {
    id: options['id-key'] ?? DEFAULT_KEYS.id,
    source: options['source-key'] ?? DEFAULT_KEYS.source,
    summary: options['summary-key'] ?? DEFAULT_KEYS.summary,
    ...(withReference && { reference: reference ?? 'reference' }),
  };
  if (keys.source === keys.summary) throw new UsageError(`Source and summary have one key, "${keys.source}".`);
  return keys;
}

/** A .json file may hold JSON Lines too, so that its name does not tell. */
function formatOf(path: string): InputFormat {
  const ending = extname(path).toLowerCase();
  return ending === '.csv' ? 'csv' : ending === '.tsv' ? 'tsv' : 'jsonl';
}
