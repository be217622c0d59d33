/** A row from the text of a JSON object. */
import { type BadRow, type BatchRow, checkRow, type RowKeys } from '../row.js';
import { exactId } from '../row-id.js';
import { notAnObject, notJson, otherKeys } from './format-fault.js';

/** `line`: where the text begins, from 1. */
export function readJsonRow(text: string, line: number, keys: RowKeys): BatchRow {
  const object = parseObject(text, line);
  if ('problem' in object) return object;
  const values = withExactId(object.values, text, keys.id);
  if (!values) return bad(line, `${keys.id} has too many digits to be kept: put it in quotes`);
  const row = checkRow(values, line, keys);
  const fault = 'problem' in row ? otherKeys(Object.keys(values), line, keys) : undefined;
  return fault ? { ...(row as BadRow), fault } : row;
}

/** The JSON object that `text` holds, or why it is none. */
export function parseObject(
  text: string,
  line: number,
): { readonly values: Readonly<Record<string, unknown>> } | BadRow {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const fault = notJson(text, line);
    const reason = fault.kind === 'not-a-number' ? `it holds ${fault.value}` : (error as Error).message;
    return bad(line, `is not JSON: ${reason}`, { fault });
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return bad(line, 'is not a JSON object', { fault: notAnObject(json, line) });
  }
  return { values: json as Record<string, unknown> };
}

/** Undefined where no number can hold the id. */
export function withExactId(
  values: Readonly<Record<string, unknown>>,
  text: string,
  key: string,
): Readonly<Record<string, unknown>> | undefined {
  const id = Object.hasOwn(values, key) ? values[key] : undefined;
  if (typeof id !== 'number') return values;
  const exact = exactId(id, text, key);
  return exact === undefined ? undefined : { ...values, [key]: exact };
}

function bad(line: number, problem: string, more: Pick<BadRow, 'fault'> = {}): BadRow {
  return { id: null, line, problem: `Line ${line} ${problem}.`, ...more };
}
