/**
 * `npm run bench:first-look`: time from paste to first marks, from an edit to new marks, and of a full score, in one Chromium. Prints
 * a table.
 *
 *     npm run bench:first-look -- [--quick] [--model DIR] [--output FILE]
 *
 * --quick: the shortest article and fewer edits. --model: a folder with a model that has a support head; the shipped one if missing.
 * --output: writes the table into this file too.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { DEFAULT_MODEL_ID } from '../../cli/model/shipped-model.js';
import { onPage, startBrowser } from '../browser.js';
import type { LookTimes } from '../page/contract.js';
import { EXTRA_MODEL, serve } from '../serve.js';
import { request } from '../texts.js';
import { toMarkdown } from './table.js';

const SUMMARY_TOKENS = 60;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    model: { type: 'string', default: `public/models/${DEFAULT_MODEL_ID}` },
    output: { type: 'string' },
  },
});
const { quick } = options;
const lengths = quick ? [512] : [512, 1024, 4096];
const edits = quick ? 3 : 5;

const served = await serve(options.model);
const browser = await startBrowser();
try {
  const rows: { readonly threads: number; readonly times: LookTimes }[] = [];
  for (const threads of [2, 1]) {
    const { value } = await onPage(browser, served.page, async (page) => {
      const bench = await page.evaluateHandle(() => window.startBench());
      const open = { modelUrl: new URL(EXTRA_MODEL, served.page).href, device: 'wasm' as const, threads };
      await page.evaluate(([bench, open]) => bench.open(open), [bench, open] as const);
      const times: LookTimes[] = [];
      for (const length of lengths) {
        process.stderr.write(`${threads} threads, ${length} article tokens …\n`);
        const texts = request(length, SUMMARY_TOKENS);
        times.push(
          await page.evaluate(([bench, texts, edits]) => bench.look(texts, edits), [bench, texts, edits] as const),
        );
      }
      return times;
    });
    rows.push(...value.map((times) => ({ threads, times })));
  }
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}).`;
  const document = toMarkdown(machine, rows);
  process.stdout.write(document);
  if (options.output !== undefined) await writeFile(options.output, document);
} finally {
  await browser.close();
  await served.close();
}
