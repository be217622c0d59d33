#!/usr/bin/env node
/** `quals`: the command, from its TypeScript sources, on Node alone. */
import process from 'node:process';
import { register } from 'tsx/esm/api';

const USAGE = `Usage: quals score --input pairs.jsonl --output scores.jsonl (quals score --help says more)
       quals choose --input pairs.jsonl --scores scores.jsonl … (quals choose --help says more)
`;
const COMMANDS = {
  score: () => import('./score.ts'),
  choose: () => import('./choose/choose.ts'),
  // `quals score --jobs` starts it.
  ...(process.send && { job: () => import('./jobs/job.ts') }),
};

const [command] = process.argv.splice(2, 1);
const run = command === undefined ? undefined : COMMANDS[command];
if (run) {
  register();
  await run();
} else {
  process.stderr.write(USAGE);
  process.exitCode = command === '--help' ? 0 : 2;
}
