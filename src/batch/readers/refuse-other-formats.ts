/**
 * An input in another format gets one fault, before a row is scored, in place of one error a line. One bad row among
 * good ones stays one bad row.
 */
import { type FormatFault, InputError } from '../input-fault.js';

/** A whole input is written so, or no row of it. */
const CERTAIN: ReadonlySet<FormatFault['kind']> = new Set([
  'json-array',
  'pretty-json',
  'table',
  'python',
  'not-a-number',
]);

/** So many bad rows at the beginning are no accident. */
const ROWS_LOOKED_AT = 20;

/** Gives rows as they come, from the first that has the right keys on. Throws InputError. */
export async function* refuseOtherFormats<
  Row extends { readonly line: number; readonly fault?: FormatFault | undefined },
>(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  let held: Row[] | undefined = [];
  for await (const row of rows) {
    if (!held) {
      yield row;
      continue;
    }
    const { fault } = row;
    if (fault) {
      held.push(row);
      if (CERTAIN.has(fault.kind)) throw new InputError(fault);
      if (held.length === ROWS_LOOKED_AT) throwFirst(held);
      continue;
    }
    yield* held;
    held = undefined;
    yield row;
  }
  if (held) throwFirst(held);
}

function throwFirst(held: readonly { readonly fault?: FormatFault | undefined }[]): never {
  throw new InputError(held[0]?.fault ?? { kind: 'empty' });
}
