/**
 * Scores the page's examples with the shipped model and writes the results next to their texts:
 * `npm run examples [-- MODEL_FOLDER]`. With --check, nothing is written; the exit code is 1 if a stored result differs from a
 * new run with this model, or if the list of examples differs from the examples.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { openNativeModel } from '../cli/model/open-native-model.js';
import { DEFAULT_MODEL } from '../cli/model/shipped-model.js';
import { scoreWithMeasures } from '../src/core/measures/score-with-measures.js';
import { MATCHED } from '../src/core/protocol.js';
import type { Scored, Unscorable } from '../src/core/score.js';
import type { Example, ExampleEntry } from '../src/state/scoring/examples.js';
import { differences, entryOf } from './compare-examples.js';

const FOLDER = 'public/examples';
/** Number of decimals of stored log-probabilities: a tenth of what the figure can show, and half the bytes. */
const DECIMALS = 5;

const args = process.argv.slice(2);
const check = args.includes('--check');
const model = await openNativeModel(args.find((arg) => !arg.startsWith('--')) ?? DEFAULT_MODEL);
const listed = await readJson<ExampleEntry[]>('index');

const entries: ExampleEntry[] = [];
for (const entry of listed) {
  const example = await readJson<Example>(entry.id);
  const result = await score(example);
  const now = result.kind === 'scored' ? `${result.quals.toFixed(4)}, ${result.pairs.length} pairs` : result.kind;
  process.stdout.write(`${entry.id}: ${now}\n`);
  if (check) report(entry, example, result);
  else await writeJson(entry.id, { ...example, result });
  entries.push(entryOf({ ...example, result }));
}
if (!check) await writeJson('index', entries);
else if (process.exitCode === 1) process.stderr.write('Score them again with: npm run examples\n');

function score({ source, summary }: Example): Promise<Scored | Unscorable> {
  const control = { checkpoint: () => Promise.resolve(), onProgress: () => undefined };
  return scoreWithMeasures(model, { source, summary, protocol: MATCHED }, control);
}

function report(entry: ExampleEntry, example: Example, fresh: Scored | Unscorable): void {
  for (const difference of differences(entry, example, fresh)) {
    process.stderr.write(`  ${entry.id}: ${difference}\n`);
    process.exitCode = 1;
  }
}

async function readJson<T>(id: string): Promise<T> {
  return JSON.parse(await readFile(`${FOLDER}/${id}.json`, 'utf8')) as T;
}

async function writeJson(id: string, value: unknown): Promise<void> {
  const rounded = (_key: string, each: unknown): unknown =>
    typeof each === 'number' && !Number.isInteger(each) ? Number(each.toFixed(DECIMALS)) : each;
  await writeFile(`${FOLDER}/${id}.json`, `${JSON.stringify(value, rounded, id === 'index' ? 1 : 0)}\n`);
}
