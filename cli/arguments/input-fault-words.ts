/** What the command says about an input that it cannot read: what was found, and what to do. One line each. */
import { extname } from 'node:path';
import type { InputFault, OtherKeys } from '../../src/batch/input-fault.js';

/** `input`: the path; undefined for standard input. */
export function inputFaultWords(fault: InputFault, input: string | undefined): string {
  const [what, remedy] = words(fault, input ?? 'in.jsonl');
  const place = 'line' in fault ? `, line ${fault.line}` : '';
  return `${input ?? 'Standard input'}${place} ${what}. ${remedy}`.trimEnd();
}

function words(fault: InputFault, file: string): readonly [what: string, remedy: string] {
  switch (fault.kind) {
    case 'empty':
      return ['has no rows', ''];
    case 'utf-16':
      return ['is UTF-16', `Convert it to UTF-8: iconv -f UTF-16 -t UTF-8 ${quoted(file)} > utf8${extname(file)}`];
    case 'not-utf-8':
      if (fault.byte === undefined) return ['ends within a character', 'The input is cut off, or is not UTF-8.'];
      return [
        `is not UTF-8 (byte 0x${fault.byte.toString(16).toUpperCase()})`,
        `Convert Latin-1 or Windows-1252 to UTF-8: iconv -f WINDOWS-1252 -t UTF-8 ${quoted(file)} > utf8${extname(file)}`,
      ];
    case 'row-too-long':
      return [`begins a row of over ${fault.limit} characters`, 'A line end or a closing quote is missing.'];
    case 'json-array':
      return ['begins a JSON array, not one JSON object per line', 'Add --format json.'];
    case 'pretty-json':
      return ['begins a JSON object that goes on over several lines', 'Add --format json.'];
    case 'table':
      return [
        `looks like ${fault.format.toUpperCase()}: ${JSON.stringify(fault.start)}`,
        `Add --format ${fault.format}.`,
      ];
    case 'python':
      return ['is a Python dict, not JSON', 'Write each row with json.dumps(row).'];
    case 'not-a-number':
      return [
        `holds ${fault.value}, which is not JSON`,
        'Write null: df.to_json(file, orient="records", lines=True) does; json.dumps(row, allow_nan=False) finds it.',
      ];
    case 'not-json':
      return [
        `is not JSON: ${JSON.stringify(fault.start)}`,
        'Each line must be a JSON object with id, source and summary.',
      ];
    case 'not-an-object':
      return [`is ${fault.found}`, 'Each line must be a JSON object with id, source and summary.'];
    case 'other-keys':
      return otherKeys(fault);
    case 'open-quote':
      return [
        `opens a quote in column ${fault.column} that never closes`,
        'Close it, or write a quote within a cell twice.',
      ];
    case 'repeated-column':
      return [`has two columns ${fault.column}`, 'Rename one.'];
  }
}

/** For a shell. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

const MOST_KEYS = 12;

function otherKeys({ missing, found, likely }: OtherKeys): readonly [what: string, remedy: string] {
  const shown = found.length > MOST_KEYS ? [...found.slice(0, MOST_KEYS), '…'] : found;
  const needsId = missing.includes('id') && likely.id === undefined;
  const options = missing
    .filter((key) => key !== 'id' || !needsId)
    .map((key) => `--${key}-key ${likely[key] ?? 'NAME'}`);
  const remedies = [
    ...(options.length > 0 ? [`Add ${options.join(' ')}.`] : []),
    ...(needsId ? ['Name the id with --id-key NAME, or give each row an "id".'] : []),
  ];
  return [`has the keys ${shown.join(', ')}, but no ${missing.join(', ')}`, remedies.join(' ')];
}
