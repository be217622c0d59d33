/**
 * QUALS and the QAGS procedure with this project's model, each in separate passes. QAGS needs three, as with separate models: write the
 * questions, answer them from the article, answer them from the summary. QUALS needs two: write, and force the pairs given the article.
 */
import { agreement } from '../../src/core/measures/agreement.js';
import { MATCHED } from '../../src/core/protocol.js';
import type { ForcedSequence, QAGenModel, TextPrefix, TokenId } from '../../src/core/qagen-model.js';
import { answerQuestions } from '../../src/core/quals/answer-question.js';
import { diverseBeamSearch } from '../../src/core/quals/search/diverse-beam-search.js';
import { keepPairs, type KeptPair } from '../../src/core/quals/keep-pairs.js';
import type { ModelAnswer } from '../../src/core/score.js';

/** Seconds of a pass: of the wall clock, and of all cores together. CPU seconds hardly depend on other load. */
export interface Seconds {
  readonly wall: number;
  readonly cpu: number;
}

export interface Procedure<Pass extends string> {
  /** Undefined without a pair that counts. */
  readonly value: number | undefined;
  readonly passes: Readonly<Record<Pass, Seconds>>;
}

export interface Texts {
  readonly source: string;
  readonly summary: string;
  readonly paths: number;
}

export async function runQuals(model: QAGenModel, texts: Texts): Promise<Procedure<'write' | 'force'>> {
  const [kept, write] = await timed(() => writePairs(model, texts));
  const [forced, force] = await timed(() =>
    behind(model, texts.source, (prefix) =>
      prefix.forceScore(
        kept.map(({ generated }) => generated.tokens),
        1,
        go,
      ),
    ),
  );
  // The search has given the log-probabilities given the summary.
  const gaps = kept.map(
    ({ generated }, index) => mean((forced[index] ?? []).map(({ logProb }) => logProb)) - mean(generated.logProbs),
  );
  return { value: gaps.length === 0 ? undefined : mean(gaps), passes: { write, force } };
}

export async function runQags(
  model: QAGenModel,
  texts: Texts,
): Promise<Procedure<'write' | 'answerArticle' | 'answerSummary'>> {
  const [kept, write] = await timed(() => writePairs(model, texts));
  const [fromArticle, answerArticle] = await timed(() => answerAll(model, texts.source, kept));
  const [fromSummary, answerSummary] = await timed(() => answerAll(model, texts.summary, kept));
  const pairs = kept.map(({ answer }, index) => ({
    answer,
    sourceAnswer: fromArticle[index] as ModelAnswer,
    summaryAnswer: fromSummary[index] as ModelAnswer,
  }));
  return { value: agreement(pairs), passes: { write, answerArticle, answerSummary } };
}

const go = (): Promise<void> => Promise.resolve();

function writePairs(model: QAGenModel, { summary, paths }: Texts): Promise<readonly KeptPair[]> {
  return behind(model, summary, async (prefix) => {
    const written = await diverseBeamSearch(prefix, model.tokens, { ...MATCHED.search, paths }, go);
    return keepPairs(written, summary, MATCHED, model).kept;
  });
}

function answerAll(model: QAGenModel, text: string, kept: readonly KeptPair[]): Promise<readonly ModelAnswer[]> {
  const questions = kept.map(({ generated }) => questionAlone(generated.tokens, model.tokens.separator));
  return behind(model, text, (prefix) => answerQuestions(model, prefix, text, questions, go));
}

/** With the separator. Nothing is known of its tokens' probabilities, so that the answer is decoded from its first token. */
function questionAlone(tokens: readonly TokenId[], separator: TokenId): ForcedSequence {
  const question = tokens.slice(0, tokens.indexOf(separator) + 1);
  return question.map((token) => ({ token, logProb: Number.NaN, rank: Number.NaN, alternatives: [] }));
}

async function behind<T>(model: QAGenModel, text: string, use: (prefix: TextPrefix) => Promise<T>): Promise<T> {
  const prefix = await model.readText(model.encode(text), go);
  try {
    return await use(prefix);
  } finally {
    prefix.release();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, Seconds]> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return [value, { wall: (performance.now() - started) / 1e3, cpu: (user + system) / 1e6 }];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
