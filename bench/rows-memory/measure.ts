/** One pipeline in a process without a past: `tsx bench/rows-memory/measure.ts PIPELINE FORMAT FILE`. Prints the peaks as JSON. */
import { readInPage, runCommand } from './pipelines.js';

const [pipeline, format, file = ''] = process.argv.slice(2);
const peaks: Record<number, number> = { 0: peak() };
const onRows = (rows: number): void => {
  if (rows === 1000 || rows === 10_000) peaks[rows] = peak();
};
if (format !== 'csv' && format !== 'jsonl') throw new Error(`${format} is no format.`);
if (pipeline === 'command') await runCommand(file, format, onRows);
else await readInPage(file, onRows);
process.stdout.write(JSON.stringify(peaks));

/** Bytes: the largest resident set of this process so far. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}
