/** Reading records that this or an earlier version wrote, or somebody sent: nothing about them is taken on trust. */
import * as v from 'valibot';
import { contradictionIn } from './check-record.js';
import { isRaw, isVersion0, MIGRATIONS, type Raw } from './migrations.js';
import { RECORD } from './record-schema.js';
import { RECORD_VERSION, RESULT_FORMAT, type ResultRecord, RESULTS_FORMAT } from './result-record.js';

/** Why a value is no record; worded in src/text/result/record-words.ts. */
export type RecordFault =
  | { readonly kind: 'unknown-format' }
  /** Made by a newer version of the page or the command. */
  | { readonly kind: 'newer'; readonly version: number }
  /** `field`: the first that is missing or wrong, for instance "pairs.0.quals". */
  | { readonly kind: 'damaged'; readonly field: string };

export type DecodedRecords =
  | { readonly ok: true; readonly records: readonly [ResultRecord, ...ResultRecord[]] }
  | { readonly ok: false; readonly fault: RecordFault };

/** One record, or a container with at least one. */
export function decodeRecords(value: unknown): DecodedRecords {
  if (!isRaw(value) || value['format'] !== RESULTS_FORMAT) return decodeAll([value], '');
  const fault = versionFault(value['version']);
  if (fault) return { ok: false, fault };
  const { records } = value;
  return Array.isArray(records) ? decodeAll(records, 'records.') : damaged('records');
}

/** `path` is put before the index of a damaged record; '' for a record alone. */
function decodeAll(values: readonly unknown[], path: string): DecodedRecords {
  const records: ResultRecord[] = [];
  for (const [index, value] of values.entries()) {
    const decoded = decode(value);
    if ('kind' in decoded) {
      const isDamaged = path !== '' && decoded.kind === 'damaged';
      return isDamaged ? damaged(`${path}${index}.${decoded.field}`) : { ok: false, fault: decoded };
    }
    records.push(decoded);
  }
  const [first, ...rest] = records;
  return first ? { ok: true, records: [first, ...rest] } : damaged('records');
}

function decode(value: unknown): ResultRecord | RecordFault {
  if (!isRaw(value)) return { kind: 'unknown-format' };
  if (value['format'] !== RESULT_FORMAT) return isVersion0(value) ? checked(value, 0) : { kind: 'unknown-format' };
  const { version } = value;
  return versionFault(version) ?? checked(value, version as number);
}

function versionFault(version: unknown): RecordFault | undefined {
  if (!Number.isInteger(version) || (version as number) < 1) return { kind: 'damaged', field: 'version' };
  return (version as number) > RECORD_VERSION ? { kind: 'newer', version: version as number } : undefined;
}

function checked(value: Raw, version: number): ResultRecord | RecordFault {
  const migrated = MIGRATIONS.slice(version).reduce((record, step) => step(record), value);
  const read = v.safeParse(RECORD, migrated);
  if (!read.success) return { kind: 'damaged', field: v.getDotPath(read.issues[0]) ?? 'format' };
  const field = contradictionIn(read.output);
  return field === undefined ? read.output : { kind: 'damaged', field };
}

function damaged(field: string): DecodedRecords {
  return { ok: false, fault: { kind: 'damaged', field } };
}
