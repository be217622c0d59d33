/** A job, seen from the command. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BatchSession } from '../../src/batch/run-batch.js';
import { idJson } from '../../src/batch/row-id.js';
import type { ScoreArguments } from '../arguments/arguments.js';
import { UsageError } from '../arguments/usage-error.js';
import type { FromJob, ToJob } from './messages.js';

const COMMAND = fileURLToPath(new URL('../quals.js', import.meta.url));

export class JobProcess {
  private readonly child: ChildProcess;
  /** What it works on, for the message. */
  private work = 'it started';
  private failure: UsageError | undefined;
  private settle: { readonly resolve: (reply: FromJob) => void; readonly reject: (reason: Error) => void } | undefined;

  /** `name`: for messages, for instance "Job 2 of 4". `command`: tests start another one. */
  constructor(
    private readonly name: string,
    command = COMMAND,
  ) {
    // Its input is the command's own, and rows alone go to standard output.
    const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
    this.child = fork(command, ['job'], { execArgv: [], serialization: 'advanced', stdio: [...stdio] });
    this.child.on('message', (reply: FromJob) => this.settle?.resolve(reply));
    this.child.on('error', ({ message }) => {
      this.fail(message);
    });
    this.child.on('exit', (code, signal) => {
      this.fail(signal ?? `exit code ${code}`);
    });
  }

  /** Throws UsageError where the model cannot be opened, or the process ends. */
  async open(options: ScoreArguments): Promise<BatchSession> {
    const opened = await this.ask({ kind: 'open', options });
    if (opened.kind !== 'opened') throw this.unexpected(opened);
    const { method } = opened;
    return {
      method,
      score: async (row) => {
        this.work = `it scored row ${idJson(row.id)}`;
        const scored = await this.ask({ kind: 'score', row });
        if (scored.kind !== 'scored') throw this.unexpected(scored);
        return scored.outcome;
      },
    };
  }

  /** It ends by itself. */
  close(): void {
    if (this.child.connected) this.child.disconnect();
  }

  private ask(message: ToJob): Promise<FromJob> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      if (this.failure) reject(this.failure);
      else
        this.child.send(message, (error) => {
          if (error) this.fail(error.message);
        });
    });
  }

  private fail(reason: string): void {
    this.failure ??= new UsageError(
      `${this.name} ended while ${this.work} (${reason}). Each job needs memory for the model: use fewer jobs if it is short.`,
    );
    this.settle?.reject(this.failure);
  }

  private unexpected(reply: FromJob): UsageError {
    return new UsageError(reply.kind === 'refused' ? reply.words : `${this.name} answered "${reply.kind}".`);
  }
}
