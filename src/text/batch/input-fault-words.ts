/** What the batch page says about an input that it cannot read: what is wrong, where, and what to do. */
import { InputError, type InputFault } from '../../batch/input-fault.js';
import { count } from '../numbers.js';

/** `error`: what reading or storing the input threw. */
export function inputProblem(error: unknown, name: string): string {
  if (error instanceof InputError) return `${name}${words(error.fault)}`;
  const { name: kind, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (kind === 'NotReadableError' || kind === 'NotFoundError')
    return `${name} changed while the page read it, or it is gone. Choose it again.`;
  if (kind === 'QuotaExceededError')
    return `This browser has no room for the rows of ${name}. Delete stored batches or free space on the device, then choose the file again.`;
  return `The page could not read ${name}: ${message}`;
}

function words(fault: InputFault): string {
  const line = 'line' in fault ? `, line ${count(fault.line)}` : '';
  switch (fault.kind) {
    case 'empty':
      return ' has no rows. A table needs a line with column names and at least one more line.';
    case 'utf-16':
      return ' is UTF-16. Save it as UTF-8.';
    case 'not-utf-8':
      return fault.byte === undefined
        ? `${line}: the text ends within a character. The file is cut off, or is not UTF-8.`
        : `${line}: the byte 0x${fault.byte.toString(16).toUpperCase()} is not UTF-8. The file may be Latin-1 or Windows-1252. Save it as UTF-8.`;
    case 'row-too-long':
      return `${line}: a row has over ${count(fault.limit)} characters. A line end or a closing quote is missing.`;
    case 'json-array':
    case 'pretty-json':
      return `${line}: JSON over several lines where one object per line was expected. Write each row on one line.`;
    case 'table':
      return `${line}: this looks like a table (${fault.format.toUpperCase()}), but the file begins as JSON. Put the two parts in two files.`;
    case 'python':
      return `${line} is a Python dict, not JSON. Write each row with json.dumps(row).`;
    case 'not-a-number':
      return `${line} holds ${fault.value}, which is not JSON. Write null instead.`;
    case 'not-json':
      return `${line} is not JSON. Correct it. It begins with: ${fault.start}`;
    case 'not-an-object':
      return `${line} is ${fault.found}. Each row must be a JSON object.`;
    case 'other-keys':
      return `${line} has the columns ${fault.found.join(', ')}, but no ${fault.missing.join(', ')}. Rename the columns.`;
    case 'open-quote':
      return `${line}: a quote in column ${fault.column} never closes. Close it, or write a quote within a cell twice.`;
    case 'repeated-column':
      return `${line}: two columns are named ${fault.column}. Rename one.`;
  }
}
