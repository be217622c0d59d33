/**
 * `npm run bench:qags`: QUALS against the QAGS procedure with the same model, in one run, on onnxruntime-node. Prints a table.
 *
 *     npm run bench:qags -- [--runs N] [--source TOKENS] [--summary TOKENS] [--paths N] [--model DIR]
 */
import { parseArgs } from 'node:util';
import { openNativeModel } from '../../cli/model/open-native-model.js';
import { DEFAULT_MODEL } from '../../cli/model/shipped-model.js';
import { median } from '../median.js';
import { request } from '../texts.js';
import { type Procedure, runQags, runQuals, type Seconds } from './two-procedures.js';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    source: { type: 'string', default: '512' },
    summary: { type: 'string', default: '60' },
    paths: { type: 'string', default: '60' },
    model: { type: 'string', default: DEFAULT_MODEL },
  },
});
const asked = request(Number(options.source), Number(options.summary), Number(options.paths));
const model = await openNativeModel(options.model);
const cut = (text: string, tokens: number): string => model.decode(model.encode(text).slice(0, tokens));
const texts = {
  source: cut(asked.source, asked.sourceTokens),
  summary: cut(asked.summary, asked.summaryTokens),
  paths: asked.paths,
};

// Warms up the shapes.
await runQags(model, { ...texts, paths: 2 });
const quals: Procedure<'write' | 'force'>[] = [];
const qags: Procedure<'write' | 'answerArticle' | 'answerSummary'>[] = [];
for (let run = 0; run < Number(options.runs); run++) {
  // In turns, so that a change of the machine's load meets both.
  quals.push(await runQuals(model, texts));
  qags.push(await runQags(model, texts));
}
await model.release();

const total = ({ passes }: Procedure<string>): Seconds => sum(Object.values(passes));
const beyondWriting = ({ passes }: Procedure<string>): Seconds =>
  sum(Object.entries(passes).flatMap(([pass, seconds]) => (pass === 'write' ? [] : [seconds])));
const rows: readonly (readonly [string, Seconds])[] = [
  ['QUALS', medianOf(quals.map(total))],
  ['– write the pairs', medianOf(quals.map(({ passes }) => passes.write))],
  ['– force them given the article', medianOf(quals.map(({ passes }) => passes.force))],
  ['QAGS', medianOf(qags.map(total))],
  ['– write the questions', medianOf(qags.map(({ passes }) => passes.write))],
  ['– answer from the article', medianOf(qags.map(({ passes }) => passes.answerArticle))],
  ['– answer from the summary', medianOf(qags.map(({ passes }) => passes.answerSummary))],
];
const ratio = (of: (procedure: Procedure<string>) => Seconds): string =>
  (medianOf(qags.map(of)).cpu / medianOf(quals.map(of)).cpu).toFixed(2);

process.stdout.write(`
${asked.sourceTokens} article tokens, ${asked.summaryTokens} summary tokens, ${asked.paths} paths, median of ${options.runs}.

| | seconds | CPU seconds |
|---|--:|--:|
${rows.map(([name, { wall, cpu }]) => `| ${name} | ${wall.toFixed(2)} | ${cpu.toFixed(2)} |`).join('\n')}

QAGS ÷ QUALS in CPU seconds: ${ratio(total)}; without writing, which both need: ${ratio(beyondWriting)}.
`);

function sum(parts: readonly Seconds[]): Seconds {
  return parts.reduce((a, b) => ({ wall: a.wall + b.wall, cpu: a.cpu + b.cpu }));
}

function medianOf(values: readonly Seconds[]): Seconds {
  return { wall: median(values.map(({ wall }) => wall)), cpu: median(values.map(({ cpu }) => cpu)) };
}
