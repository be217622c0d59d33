/** What a line is that is not the JSON object of a row. */
import type { FormatFault, OtherKeys, RowKey } from '../input-fault.js';
import type { RowKeys } from '../row.js';
import { delimiterOf } from './delimiter.js';

/** Names that public data sets and tools give to the parts of a row, likeliest first. */
const OTHER_NAMES: Readonly<Record<RowKey, readonly string[]>> = {
  id: ['id', 'guid', 'uid', 'doc_id', 'docid', 'example_id', 'index'],
  source: ['source', 'article', 'document', 'context', 'doc', 'dialogue', 'text', 'passage', 'input', 'source_text'],
  summary: ['summary', 'highlights', 'claim', 'hypothesis', 'decoded', 'prediction', 'output', 'abstract', 'target'],
};

const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/g;
const NO_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/g;
const START_LENGTH = 40;

/** `text` is JSON, and no object. */
export function notAnObject(value: unknown, line: number): FormatFault {
  if (!Array.isArray(value))
    return { kind: 'not-an-object', line, found: value === null ? 'null' : `a ${typeof value}` };
  const holdsRows = value.length > 0 && value.every((item) => typeof item === 'object' && !Array.isArray(item));
  return holdsRows ? { kind: 'json-array', line } : { kind: 'not-an-object', line, found: 'a list' };
}

/** `text` is not JSON. */
export function notJson(text: string, line: number): FormatFault {
  const trimmed = text.trim();
  const start = trimmed.slice(0, START_LENGTH);
  if (trimmed.startsWith('[')) return { kind: 'json-array', line };
  if (!trimmed.startsWith('{')) {
    const delimiter = delimiterOf(trimmed);
    const isHeader = namesIn(trimmed, delimiter).filter((name) => isKnown(name)).length >= 2;
    return isHeader
      ? { kind: 'table', line, format: delimiter === '\t' ? 'tsv' : 'csv', start }
      : { kind: 'not-json', line, start };
  }
  const bare = trimmed.replace(STRING, '""');
  if (/^\{\s*'/.test(trimmed) || /[:,[]\s*(?:None|True|False)\b/.test(bare)) return { kind: 'python', line };
  const value = noNumber(trimmed);
  if (value !== undefined) return { kind: 'not-a-number', line, value };
  return /[{[,]$/.test(bare) ? { kind: 'pretty-json', line } : { kind: 'not-json', line, start };
}

/** Undefined where the row has all its keys, whatever their values. */
export function otherKeys(found: readonly string[], line: number, keys: RowKeys): OtherKeys | undefined {
  const missing = (['source', 'summary', 'id'] as const).filter((key) => !found.includes(keys[key]));
  if (missing.length === 0) return undefined;
  const taken = new Set([keys.id, keys.source, keys.summary]);
  const likely: Partial<Record<RowKey, string>> = {};
  for (const key of missing) {
    const name = OTHER_NAMES[key]
      .flatMap((other) => found.filter((there) => there.trim().toLowerCase() === other))
      .find((there) => !taken.has(there));
    if (name === undefined) continue;
    likely[key] = name;
    taken.add(name);
  }
  return { kind: 'other-keys', line, missing, found, likely };
}

/** The value that keeps the text from being JSON, where nothing else does. */
function noNumber(text: string): string | undefined {
  let value: string | undefined;
  const mended = text.replace(NO_NUMBER, (token) => {
    if (token.startsWith('"')) return token;
    value ??= token;
    return 'null';
  });
  if (value === undefined) return undefined;
  try {
    JSON.parse(mended);
    return value;
  } catch {
    return undefined;
  }
}

function namesIn(header: string, delimiter: string): string[] {
  return header.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase());
}

function isKnown(name: string): boolean {
  return Object.values(OTHER_NAMES).some((names) => names.includes(name));
}
