/** A process of `quals score --jobs`: opens the model, then scores one row after another. */
import type { BatchSession } from '../../src/batch/run-batch.js';
import { errorWords } from '../arguments/error-words.js';
import { openSession } from '../model/open-session.js';
import type { FromJob, ToJob } from './messages.js';

/** Several jobs fill the cores together. */
const THREADS = 1;

let session: BatchSession | undefined;

async function answer(message: ToJob): Promise<FromJob> {
  try {
    if (message.kind === 'open') {
      session = await openSession(message.options, THREADS);
      return { kind: 'opened', method: session.method };
    }
    if (!session) throw new Error('A row came before the model.');
    return { kind: 'scored', outcome: await session.score(message.row, () => undefined) };
  } catch (error) {
    return { kind: 'refused', words: errorWords(error, undefined) };
  }
}

process.on('message', (message: ToJob) => {
  void answer(message).then((reply) => {
    // Where the command has ended, nobody needs the reply.
    process.send?.(reply, undefined, undefined, () => undefined);
  });
});

// Ctrl+C reaches the whole group of processes. The command ends by it, and its jobs end with the command.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
