/** The option that says how many processes score. */
import { cpus } from 'node:os';
import { UsageError } from './usage-error.js';

export const JOBS_HELP = `  --jobs N          score in N processes at once, 1 to the number of cores, default 1. Each loads the model anew
                    and uses one thread; a single one uses all cores for each row. The output is the same
`;

/** Throws UsageError. */
export function jobCount(text: string | undefined): number {
  if (text === undefined) return 1;
  const cores = cpus().length;
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= cores) return jobs;
  throw new UsageError(`--jobs is a whole number from 1 to ${cores}, the cores of this machine, not "${text}".`);
}
