/** The texts of the benchmark: those of the page's examples, cut to a number of tokens. */
import { readFileSync } from 'node:fs';
import type { ScoreRequest } from './page/contract.js';

interface Example {
  readonly source: string;
  readonly summary: string;
}

const read = (id: string): Example =>
  JSON.parse(readFileSync(new URL(`../public/examples/${id}.json`, import.meta.url), 'utf8')) as Example;

const examples = ['library', 'boxing', 'bridge', 'dairy', 'warehouse'].map(read);
/** About 1,300 tokens; repeated, because beyond that only the length matters. */
const LONG_SOURCE = examples
  .map(({ source }) => source)
  .join(' ')
  .repeat(8);
const LONG_SUMMARY = examples.map(({ summary }) => summary).join(' ');

export function request(sourceTokens: number, summaryTokens: number, paths = 60): ScoreRequest {
  return { source: LONG_SOURCE, summary: LONG_SUMMARY, sourceTokens, summaryTokens, paths };
}
