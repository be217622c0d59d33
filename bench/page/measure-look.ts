/** First looks of the core with an open model, and a full score of the same texts. */
import { takeFirstLook } from '../../src/core/first-look/take-first-look.js';
import type { QAGenModel } from '../../src/core/qagen-model.js';
import { KeptArticle } from '../../src/core/quals/kept-article.js';
import { median } from '../median.js';
import type { LookTimes, ScoreRequest } from './contract.js';
import type { Crossings } from './counted-runtime.js';
import { measureScore } from './measure-score.js';

const neverStopped = (): Promise<void> => Promise.resolve();

export async function measureLook(
  model: QAGenModel,
  request: ScoreRequest,
  edits: number,
  crossings: Crossings,
): Promise<LookTimes> {
  const cut = (text: string, tokens: number): string => model.decode(model.encode(text).slice(0, tokens));
  const source = cut(request.source, request.sourceTokens);
  const summary = cut(request.summary, request.summaryTokens);
  const article = new KeptArticle(model);
  const timeOf = async (text: string): Promise<number> => {
    const started = performance.now();
    await takeFirstLook(model, { source, summary: text }, neverStopped, article.open(source), true);
    return performance.now() - started;
  };
  const paste = await timeOf(summary);
  const words = summary.split(' ');
  const timeOfEdits = async (place: number): Promise<number> => {
    const times: number[] = [];
    for (let edit = 0; edit < edits; edit++) times.push(await timeOf(words.with(place, String(1900 + edit)).join(' ')));
    return median(times);
  };
  const edit = await timeOfEdits(Math.floor(words.length / 2));
  const firstWord = await timeOfEdits(0);
  const articleKept = article.open(source) !== undefined;
  article.release();
  const { milliseconds, sourceTokens, summaryTokens } = await measureScore(model, request, crossings);
  return { sourceTokens, summaryTokens, articleKept, paste, edit, firstWord, score: milliseconds };
}
