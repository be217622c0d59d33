/** What the command says when it cannot go on. */
import { InputError } from '../../src/batch/input-fault.js';
import { OtherInputError } from '../../src/batch/run-batch.js';
import { QualsError } from '../../src/core/errors.js';
import { inputFaultWords } from './input-fault-words.js';
import { UsageError } from './usage-error.js';

/** `input`: the path; undefined for standard input. */
export function errorWords(error: unknown, input: string | undefined): string {
  if (error instanceof InputError) return inputFaultWords(error.fault, input);
  if (error instanceof OtherInputError) return `--resume: ${error.message}.`;
  if (error instanceof UsageError || error instanceof QualsError || isSystemError(error)) return error.message;
  return String((error as Error).stack ?? error);
}

/** A file that is missing, a folder in its place, a full disk: the message says all. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
