/** Both sets are written, and nothing is written over: neither the other set nor what they are chosen from. */
import { UsageError } from '../arguments/usage-error.js';
import { fileStats, isSameFile, isSamePath } from '../output/same-file.js';
import type { ChooseArguments } from './choose-arguments.js';

/** Throws UsageError. */
export async function checkOutputs({ input, scores, positive, negative }: ChooseArguments): Promise<void> {
  if (await areOne(positive, negative)) {
    throw new UsageError('--positive and --negative are the same file. Name two.');
  }
  for (const output of [positive, negative]) {
    for (const file of [input, scores]) {
      if (await areOne(output, file)) throw new UsageError(`${output} is an input file. Name another.`);
    }
  }
}

/** Two names of a file that is not there yet are compared as paths. */
async function areOne(a: string, b: string): Promise<boolean> {
  return isSamePath(a, b) || isSameFile(await fileStats(a), await fileStats(b));
}
