/** The first look's times as Markdown. */
import type { LookTimes } from '../page/contract.js';

interface Row {
  readonly threads: number;
  readonly times: LookTimes;
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
const share = (part: number, whole: number): string => `1/${(whole / part).toFixed(1)}`;
const HEAD = [
  'threads',
  'article tokens',
  'summary tokens',
  'article kept',
  'paste',
  'edit',
  'first word',
  'full score',
];
const RATIOS = ['paste ÷ score', 'edit ÷ score'];

export function toMarkdown(machine: string, rows: readonly Row[]): string {
  const head = [...HEAD, ...RATIOS];
  const lines = rows.map(({ threads, times }) => [
    String(threads),
    String(times.sourceTokens),
    String(times.summaryTokens),
    times.articleKept ? 'yes' : 'no',
    seconds(times.paste),
    `**${seconds(times.edit)}**`,
    seconds(times.firstWord),
    seconds(times.score),
    share(times.paste, times.score),
    share(times.edit, times.score),
  ]);
  const table = [head, head.map(() => '--:'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `# First look: benchmark

Written by \`npm run bench:first-look\`; do not edit. ${machine} WASM; seconds, all rows from one run in one Chromium. Paste: from both
texts to the first marks, the article's prefill included. Edit: from a summary with another word in its middle to its marks, median.
First word: the same with another first word, so that nothing of the summary can be kept. Full score: of the same texts, with nothing
read before. The page's pause of 0.4 s after an edit is not included. An article that is longer than the limit of kept tokens is read
again for each look.

${table}
`;
}
