/** Rows of one output file must have one method: otherwise a reader compares scores that are not comparable. */
import { methodOfFields } from '../../src/core/method/method-fields.js';
import { describeMethod, sameMethod, type ScoringMethod } from '../../src/core/method/scoring-method.js';
import { UsageError } from '../arguments/usage-error.js';

/** `where`: file and line, for the message. Throws UsageError where the row was scored with another method than `method`. */
export function checkRowMethod(row: object, method: ScoringMethod, where: string): void {
  const there = methodOfFields(row);
  if (!there) throw new UsageError(`${where} does not say how it was scored: it was not written by this command.`);
  if (sameMethod(there, method)) return;
  throw new UsageError(
    `--resume: ${where} was scored with ${describeMethod(there)}; this run uses ${describeMethod(method)}. ` +
      'These scores are not comparable. Name another --output, or run with the model and settings of the file.',
  );
}
