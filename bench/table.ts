/** What was measured, as Markdown. */
import { median } from './median.js';
import type { Scoring } from './page/contract.js';
import type { Way } from './ways.js';

export interface Report {
  readonly machine: string;
  readonly model: string;
  readonly main: { readonly sourceTokens: number; readonly summaryTokens: number; readonly paths: number };
  readonly ways: readonly Way[];
  /** Generic ÷ ours, both on WASM with as many threads, end to end without loading. */
  readonly ratioGenericToOurs: number | undefined;
  readonly floorMillisecondsPerStep: number;
  readonly stepToFloor: number;
  readonly growth: readonly Scoring[];
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
const figure = (value: number | undefined, digits = 0): string =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(row)].join('\n');

export function medianOf(runs: readonly Scoring[], pick: (run: Scoring) => number): number {
  return median(runs.map(pick));
}

export function toMarkdown(report: Report): string {
  const { main, ways, ratioGenericToOurs, floorMillisecondsPerStep, stepToFloor, growth } = report;
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
  const rest = ['**total**', 'ms a step', 'MB to JS a step', 'peak MB'];
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

Written by \`npm run bench\`; do not edit. ${report.machine} Model ${report.model}. Everything in one run and one Chromium, same weights,
same texts. Load: from the files in memory to a warm model. Times differ from machine to machine; compare the ratios.

## ${main.sourceTokens} article tokens, ${main.summaryTokens} summary tokens, ${main.paths} paths
${table([...head, ...rest], lines)}

${ratioGenericToOurs === undefined ? '' : `- Generic ÷ ours, end to end: **${ratioGenericToOurs.toFixed(1)}**. The generic way: 60 copies of the text's keys and values, full logits\n  to JavaScript, the pairs forced one by one.\n`}- The matrix products of one step of 60 paths and nothing else, same runtime, 2 threads: ${floorMillisecondsPerStep.toFixed(0)} ms. Our step: ${stepToFloor.toFixed(2)} times that.

## Growth (ours, WASM, 2 threads, one run each, seconds)
${growth.length === 0 ? 'Not measured in this run.' : table(['article tokens', 'summary tokens', 'paths', ...head.slice(3), '**total**', 'pairs kept', 'steps'], grown)}
`;
}
