#!/usr/bin/env node
/** `quals`: the command, from its TypeScript sources, on Node alone. */
import process from 'node:process';
import { register } from 'tsx/esm/api';

const USAGE = `Usage: quals score --input pairs.jsonl --output scores.jsonl (quals score --help says more)
       quals choose --input pairs.jsonl --scores scores.jsonl … (quals choose --help says more)
`;
const COMMANDS = {
  score: './score.ts',
  choose: './choose/choose.ts',
  // `quals score --jobs` starts it.
  ...(process.send && { job: './jobs/job.ts' }),
};

const [command] = process.argv.splice(2, 1);
const file = command === undefined ? undefined : COMMANDS[command];
if (file !== undefined) {
  register();
  await import(file);
} else {
  process.stderr.write(USAGE);
  process.exitCode = command === '--help' ? 0 : 2;
}
