/** The session of a run: the model in this process, or in several. */
import { shareRows } from '../../src/batch/jobs/share-rows.js';
import type { BatchSession } from '../../src/batch/run-batch.js';
import type { ScoreArguments } from '../arguments/arguments.js';
import { openSession } from '../model/open-session.js';
import { JobProcess } from './job-process.js';

export interface JobsSession extends BatchSession {
  /** Ends the processes. */
  readonly close: () => void;
}

/** Throws what openSession throws, or UsageError in its words. */
export async function openJobs(options: ScoreArguments, count: number): Promise<JobsSession> {
  if (count === 1) return { ...(await openSession(options)), close: () => undefined };
  const jobs = Array.from({ length: count }, (_, index) => new JobProcess(`Job ${index + 1} of ${count}`));
  const close = (): void => {
    for (const job of jobs) job.close();
  };
  try {
    const sessions = await Promise.all(jobs.map((job) => job.open(options)));
    return { ...shareRows(sessions as [BatchSession, ...BatchSession[]]), close };
  } catch (error) {
    close();
    throw error;
  }
}
