#!/usr/bin/env node
/** `quals`: the command, from its TypeScript sources, on Node alone. */
import process from 'node:process';
import { register } from 'tsx/esm/api';

const USAGE = 'Usage: quals score --input pairs.jsonl --output scores.jsonl (quals score --help says more)\n';

const [command] = process.argv.splice(2, 1);
if (command === 'score') {
  register();
  await import('./score.ts');
} else if (command === 'job' && process.send) {
  // `quals score --jobs` starts it.
  register();
  await import('./jobs/job.ts');
} else {
  process.stderr.write(USAGE);
  process.exitCode = command === '--help' ? 0 : 2;
}
