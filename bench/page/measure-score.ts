/** One score of the core with an open model, phase by phase. */
import { MATCHED } from '../../src/core/protocol.js';
import type { QAGenModel } from '../../src/core/qagen-model.js';
import { scoreSummary } from '../../src/core/quals/score-summary.js';
import type { Scoring, ScoreRequest } from './contract.js';
import type { Crossings } from './counted-runtime.js';

interface Moment extends Crossings {
  readonly step: number;
  readonly at: number;
}

export async function measureScore(model: QAGenModel, request: ScoreRequest, crossings: Crossings): Promise<Scoring> {
  const cut = (text: string, tokens: number): string => model.decode(model.encode(text).slice(0, tokens));
  const steps: Moment[] = [];
  const started = performance.now();
  const result = await scoreSummary(
    model,
    {
      source: cut(request.source, request.sourceTokens),
      summary: cut(request.summary, request.summaryTokens),
      protocol: { ...MATCHED, search: { ...MATCHED.search, paths: request.paths } },
    },
    {
      checkpoint: () => Promise.resolve(),
      onProgress: (progress) => {
        if (progress.phase === 'write-pairs') steps.push({ step: progress.step, at: performance.now(), ...crossings });
      },
    },
  );
  const milliseconds = performance.now() - started;
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) throw new Error('The search took no step.');
  const perStep = (from: number, to: number): number => (to - from) / Math.max(1, last.step - first.step);
  const { times, sourceTokens, summaryTokens } = result;
  return {
    quals: result.kind === 'scored' ? result.quals : Number.NaN,
    paths: request.paths,
    pairsKept: result.kind === 'scored' ? result.pairs.length : 0,
    sourceTokens,
    summaryTokens,
    milliseconds,
    times,
    steps: last.step,
    millisecondsPerStep: perStep(first.at, last.at),
    bytesToJsPerStep: perStep(first.bytesToJs, last.bytesToJs),
    bytesFromJsPerStep: perStep(first.bytesFromJs, last.bytesFromJs),
  };
}
