/** Ids of rows. An integer above 2^53 is a bigint: a double would round it, and two rows would share an id. */

export type RowId = string | number | bigint;

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const INTEGER = /^-?\d+$/;
/** Each decimal number of so many digits has a double of its own. */
const EXACT_DIGITS = 15;

/**
 * `value`: what JSON.parse gave for `key` in the object that `json` holds. Undefined where a double cannot hold the id,
 * nor a bigint.
 */
export function exactId(value: number, json: string, key: string): RowId | undefined {
  if (Number.isSafeInteger(value)) return value;
  const literal = numberOf(json, key);
  if (INTEGER.test(literal)) return BigInt(literal);
  const digits = literal.replace(/e.*$/i, '').replace(/[^\d]/g, '').length;
  return digits <= EXACT_DIGITS && Number.isFinite(value) ? value : undefined;
}

/** JSON of an id; JSON.stringify refuses a bigint. */
export function idJson(id: RowId | null): string {
  return typeof id === 'bigint' ? id.toString() : JSON.stringify(id);
}

/** The number as it is written. As in JSON.parse, the last of equal keys counts. */
function numberOf(json: string, key: string): string {
  let depth = 0;
  let before = '';
  let name: string | undefined;
  let literal = '';
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token === ':' && depth === 1) name = JSON.parse(before) as string;
    else if (name !== undefined && depth === 1) {
      if (name === key && token !== ',') literal = token;
      name = undefined;
    }
    before = token;
  }
  return literal;
}
