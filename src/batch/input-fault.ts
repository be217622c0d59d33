/**
 * Why an input cannot be read at all. The fault is data: the command and the page each say in their own words what to
 * do. Lines count from 1.
 */

export type InputFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'utf-16' }
  /** `byte` is undefined where the input ends within a character. */
  | { readonly kind: 'not-utf-8'; readonly line: number; readonly byte: number | undefined }
  | { readonly kind: 'row-too-long'; readonly line: number; readonly limit: number }
  | FormatFault
  | TableFault;

/** The input is not JSON Lines. */
export type FormatFault =
  | { readonly kind: 'json-array'; readonly line: number }
  /** One JSON object over several lines. */
  | { readonly kind: 'pretty-json'; readonly line: number }
  | { readonly kind: 'table'; readonly line: number; readonly format: 'csv' | 'tsv'; readonly start: string }
  | { readonly kind: 'python'; readonly line: number }
  /** NaN, Infinity or -Infinity as a value: not JSON, though pandas and Python's json write it. */
  | { readonly kind: 'not-a-number'; readonly line: number; readonly value: string }
  | { readonly kind: 'not-json'; readonly line: number; readonly start: string }
  | { readonly kind: 'not-an-object'; readonly line: number; readonly found: string }
  | OtherKeys;

/** A row, or a table's header, without a key that is needed. */
export interface OtherKeys {
  readonly kind: 'other-keys';
  readonly line: number;
  readonly missing: readonly RowKey[];
  readonly found: readonly string[];
  /** Keys of the row that are likely to be meant, by what they stand for. */
  readonly likely: Readonly<Partial<Record<RowKey, string>>>;
}

export type RowKey = 'id' | 'source' | 'summary';

/** A table whose rows can no longer be told apart. */
type TableFault =
  | { readonly kind: 'open-quote'; readonly line: number; readonly column: string }
  | { readonly kind: 'repeated-column'; readonly line: number; readonly column: string };

export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(readonly fault: InputFault) {
    super(JSON.stringify(fault));
  }
}
