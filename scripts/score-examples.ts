/**
 * Scores the page's examples with the model that ships and writes the results beside their texts:
 * `npx tsx scripts/score-examples.ts [MODEL_FOLDER]`. With --check nothing is written, and a result that differs from a
 * fresh run by more than the tolerance makes the exit code 1.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { openNativeModel } from '../cli/open-native-model.js';
import { MATCHED } from '../src/core/protocol.js';
import { scoreSummary } from '../src/core/quals/score-summary.js';
import type { Scored, Unscorable } from '../src/core/score.js';
import type { Example, ExampleEntry } from '../src/state/examples.js';

const FOLDER = 'public/examples';
const DEFAULT_MODEL = 'public/models/qagen-smollm2-135m';
/** Nats. What native kernels of different machines and the browser's may differ by. */
const TOLERANCE = 0.02;
/** Log-probabilities are kept to this many decimals: a tenth of what the figure can show, and half the bytes. */
const DECIMALS = 5;

const args = process.argv.slice(2);
const check = args.includes('--check');
const model = await openNativeModel(args.find((arg) => !arg.startsWith('--')) ?? DEFAULT_MODEL);

const index: ExampleEntry[] = [];
for (const { id } of await readJson<ExampleEntry[]>('index')) {
  const example = await readJson<Example>(id);
  const result = await score(example);
  report(example, result);
  if (!check) await writeJson(id, { ...example, result });
  index.push({
    id,
    title: example.title,
    outcome: result.kind,
    ...(result.kind === 'scored' && { quals: result.quals }),
  });
}
if (!check) await writeJson('index', index);

function score({ source, summary }: Example): Promise<Scored | Unscorable> {
  const control = { checkpoint: () => Promise.resolve(), onProgress: () => undefined };
  return scoreSummary(model, { source, summary, protocol: MATCHED }, control);
}

function report({ id, result: stored }: Example, fresh: Scored | Unscorable): void {
  const before = stored?.kind === 'scored' ? stored.quals : stored?.kind;
  const now = fresh.kind === 'scored' ? fresh.quals : fresh.kind;
  process.stdout.write(`${id}: ${String(now)}${check ? ` (stored: ${String(before)})` : ''}\n`);
  if (!check) return;
  const same =
    typeof now === 'number' && typeof before === 'number' ? Math.abs(now - before) <= TOLERANCE : now === before;
  if (!same || stored?.model.version !== fresh.model.version) process.exitCode = 1;
}

async function readJson<T>(id: string): Promise<T> {
  return JSON.parse(await readFile(`${FOLDER}/${id}.json`, 'utf8')) as T;
}

async function writeJson(id: string, value: unknown): Promise<void> {
  const rounded = (_key: string, each: unknown): unknown =>
    typeof each === 'number' && !Number.isInteger(each) ? Number(each.toFixed(DECIMALS)) : each;
  await writeFile(`${FOLDER}/${id}.json`, `${JSON.stringify(value, rounded, id === 'index' ? 1 : 0)}\n`);
}
