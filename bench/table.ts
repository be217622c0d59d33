/** The measurements as Markdown. */
import { median } from './median.js';
import type { Scoring } from './page/contract.js';
import type { Way } from './ways.js';

export interface Report {
  readonly machine: string;
  readonly model: string;
  readonly main: { readonly sourceTokens: number; readonly summaryTokens: number; readonly paths: number };
  readonly ways: readonly Way[];
  /** Our search on top of transformers.js ÷ ours, both on WASM with as many threads, end to end without loading. */
  readonly ratioGenericToOurs: number | undefined;
  /** `generate` of transformers.js ÷ ours, without greedy answers on either side. */
  readonly ratioGenerateToOurs: number | undefined;
  /** All matrix products of a step and nothing else; those of the weights only; our step. */
  readonly floorMillisecondsPerStep: number;
  readonly weightsMillisecondsPerStep: number;
  readonly stepMilliseconds: number;
  readonly growth: readonly Scoring[];
}

const figure = (value: number | undefined, digits = 0): string =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);
const seconds = (milliseconds: number): string => figure(milliseconds / 1000, 1);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(row)].join('\n');

export function medianOf(runs: readonly Scoring[], pick: (run: Scoring) => number): number {
  return median(runs.map(pick));
}

export function toMarkdown(report: Report): string {
  const { main, ways, ratioGenericToOurs, ratioGenerateToOurs, growth } = report;
  const phases = ['readSummary', 'writePairs', 'readSource', 'forceScore', 'answer'] as const;
  const head = [
    'seconds, median',
    'runs',
    'load',
    'read summary',
    'write pairs',
    'read article',
    'force-score',
    'answer',
  ];
  const rest = ['**total**', 'ms per step', 'MB to JS per step', 'peak MB'];
  const lines = ways.map(({ name, loadSeconds, runs, peakMegabytes }) => [
    name,
    String(runs.length),
    figure(loadSeconds, 1),
    ...phases.map((phase) => seconds(medianOf(runs, ({ times }) => times[phase]))),
    `**${seconds(medianOf(runs, ({ milliseconds }) => milliseconds))}**`,
    figure(medianOf(runs, ({ millisecondsPerStep }) => millisecondsPerStep)),
    figure(medianOf(runs, ({ bytesToJsPerStep }) => bytesToJsPerStep) / 1e6, 1),
    figure(peakMegabytes),
  ]);
  const grown = growth.map((run) => [
    String(run.sourceTokens),
    String(run.summaryTokens),
    String(run.paths),
    ...phases.map((phase) => seconds(run.times[phase])),
    `**${seconds(run.milliseconds)}**`,
    String(run.pairsKept),
    figure(run.steps),
  ]);
  return `# Benchmark

Written by \`npm run bench\`; do not edit. ${report.machine} Model ${report.model}. All rows come from one run in one Chromium, with
the same weights and texts. Load: from files in memory to a warm model. Times depend on the machine; compare the ratios.

## ${main.sourceTokens} article tokens, ${main.summaryTokens} summary tokens, ${main.paths} paths
${table([...head, ...rest], lines)}

${ratios(ratioGenericToOurs, ratioGenerateToOurs)}${floors(report)}

## Growth (ours, WASM, 2 threads, one run each, seconds)
${growth.length === 0 ? 'Not measured in this run.' : table(['article tokens', 'summary tokens', 'paths', ...head.slice(3), '**total**', 'pairs kept', 'steps'], grown)}
`;
}

function ratios(generic: number | undefined, generate: number | undefined): string {
  const lines: string[] = [];
  if (generic !== undefined) {
    lines.push(
      `- Our search on top of transformers.js ÷ ours, end to end: **${generic.toFixed(1)}**. One prefill per text, its KV cache
  copied for the 60 paths, full logits to JavaScript. Pairs are teacher-forced one by one.`,
    );
  }
  if (generate !== undefined) {
    lines.push(
      `- transformers.js \`generate\` ÷ ours: **${generate.toFixed(1)}**, without greedy answers on either side. It reads 60 copies of the
  summary with a logits processor for diversity. Finished rows continue until all rows finish, so the search differs from the
  paper's. Each kept pair needs one forward pass over text and pair, for each of the two texts.`,
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}

function floors({ floorMillisecondsPerStep, weightsMillisecondsPerStep, stepMilliseconds }: Report): string {
  const times = (floor: number): string =>
    `${floor.toFixed(0)} ms, our step ${(stepMilliseconds / floor).toFixed(2)} times that`;
  return `- Bare matrix products of one step of 60 paths, same runtime, 2 threads: **${times(floorMillisecondsPerStep)}**; without
  the products of attention: ${times(weightsMillisecondsPerStep)}.`;
}
