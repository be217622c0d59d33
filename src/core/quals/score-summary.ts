/** QUALS from two texts to the result. Only this file knows the order of the stages. */
import type { Checkpoint, ForcedSequence, KeptText, QAGenModel, TextPrefix } from '../qagen-model.js';
import type { GeneratedPair, PhaseTimes, RunFacts, Scored, Unscorable } from '../score.js';
import type { ScoreProgress, ScoreRequest, WrittenPair } from '../scorer.js';
import { isAnswerIn } from '../text/answer-spans.js';
import { NORMALISATION } from '../text/normalisation.js';
import { normaliseText } from '../text/normalise-text.js';
import { withoutRepeats } from '../text/repeated-sentences.js';
import { aggregate, type PairReading, scorePair } from './aggregate.js';
import { encodeTexts } from './check-texts.js';
import { diverseBeamSearch } from './search/diverse-beam-search.js';
import { type KeptPair, keepPairs } from './keep-pairs.js';
import { inOriginalTexts } from './original-spans.js';
import { readPairs } from './read-pairs.js';
import { splitPair } from './split-pair.js';
import { writtenPaths } from './search/written-paths.js';

export interface RunControl {
  /** Throws `Cancelled` to stop the run. */
  readonly checkpoint: Checkpoint;
  readonly onProgress: (progress: ScoreProgress) => void;
}

/**
 * `article`: the request's source, kept by the caller for several summaries; without it the source is read for this one
 * alone. The score is the same. Throws QualsError for texts that cannot be scored, RangeError for another article, and
 * `Cancelled`.
 */
export async function scoreSummary(
  model: QAGenModel,
  request: ScoreRequest,
  control: RunControl,
  article?: KeptText,
): Promise<Scored | Unscorable> {
  const normalised = { source: normaliseText(request.source), summary: withoutRepeats(normaliseText(request.summary)) };
  const texts = { source: normalised.source.text, summary: normalised.summary.text };
  const result = await scoreNormalised(model, { ...request, ...texts }, control, article);
  return result.kind === 'scored' ? inOriginalTexts(result, normalised) : result;
}

async function scoreNormalised(
  model: QAGenModel,
  request: ScoreRequest,
  control: RunControl,
  article?: KeptText,
): Promise<Scored | Unscorable> {
  const { source, summary, protocol } = request;
  const texts = encodeTexts(model, source, summary, protocol.search);
  if (article && article.tokens.join() !== texts.source.join())
    throw new RangeError('The kept text is another article.');
  const clock = new PhaseClock();

  const readSummary: ReadText = (...progress) => model.readText(texts.summary, ...progress);
  const onSummary = await withPrefix(readSummary, 'read-summary', control, async (prefix) => {
    clock.end('readSummary');
    const written = await writePairs(model, prefix, request, control);
    clock.end('writePairs');
    const choice = keepPairs(written, summary, protocol, model);
    control.onProgress({ phase: 'keep-pairs', kept: choice.kept.length, written: written.length });
    // The search has seen the pairs' tokens given the summary. Only tokens that it did not see are teacher-forced.
    const known = choice.kept.map(({ generated }) => generated.forced);
    const readings = await readKept(model, prefix, summary, choice.kept, known, control, clock, 0);
    return { written, choice, readings };
  });
  const { choice, written } = onSummary;
  const facts = (): RunFacts => ({
    protocol,
    model: { id: model.id, version: model.version },
    normalisation: NORMALISATION,
    summaryTokens: texts.summary.length,
    sourceTokens: texts.source.length,
    pairsWritten: written.length,
    paths: writtenPaths(written, choice.reasons, model),
    times: clock.times,
  });
  if (choice.kept.length === 0) return { kind: 'unscorable', dropped: choice.dropped, ...facts() };

  const sameText = texts.source.join() === texts.summary.join();
  const readSource = async (prefix: TextPrefix): Promise<readonly PairReading[]> => {
    clock.end('readSource');
    return readKept(model, prefix, source, choice.kept, [], control, clock, choice.kept.length);
  };
  const openSource: ReadText = (...progress) =>
    article ? article.read(...progress) : model.readText(texts.source, ...progress);
  // Equal texts give equal scores, to the last digit.
  const sourceReadings = sameText
    ? onSummary.readings
    : await withPrefix(openSource, 'read-source', control, readSource);
  const pairs = choice.kept
    .map((pair, index) => {
      const underSummary = onSummary.readings[index] as PairReading;
      const underSource = sourceReadings[index] as PairReading;
      return scorePair(pair, underSummary, underSource, summary, protocol.name, model);
    })
    .sort((a, b) => a.quals - b.quals);
  return { kind: 'scored', ...aggregate(pairs), pairs, dropped: choice.dropped, ...facts() };
}

type ReadText = KeptText['read'];

async function withPrefix<T>(
  read: ReadText,
  phase: 'read-summary' | 'read-source',
  { checkpoint, onProgress }: RunControl,
  use: (prefix: TextPrefix) => Promise<T>,
): Promise<T> {
  const prefix = await read(checkpoint, (tokensDone, tokensTotal) => {
    onProgress({ phase, tokensDone, tokensTotal });
  });
  try {
    return await use(prefix);
  } finally {
    prefix.release();
  }
}

function writePairs(
  model: QAGenModel,
  prefix: TextPrefix,
  { summary, protocol }: ScoreRequest,
  { checkpoint, onProgress }: RunControl,
): Promise<GeneratedPair[]> {
  const { paths, maxLength: maxSteps } = protocol.search;
  return diverseBeamSearch(prefix, model.tokens, protocol.search, checkpoint, ({ step, finished, ended }) => {
    const written = ended.map(({ tokens }): WrittenPair => {
      const parts = splitPair(tokens, model.tokens);
      if (!parts) return { question: model.decode(tokens), answer: '', inSummary: false };
      const answer = model.decode(parts.answer);
      return { question: model.decode(parts.question), answer, inSummary: isAnswerIn(answer, summary, protocol.name) };
    });
    onProgress({ phase: 'write-pairs', step, maxSteps, finished, paths, written });
  });
}

/** `pairsBefore`: pairs already teacher-forced given the other text; the progress bar covers both. */
async function readKept(
  model: QAGenModel,
  prefix: TextPrefix,
  text: string,
  kept: readonly KeptPair[],
  known: readonly (ForcedSequence | undefined)[],
  { checkpoint, onProgress }: RunControl,
  clock: PhaseClock,
  pairsBefore: number,
): Promise<readonly PairReading[]> {
  const readings = await readPairs(model, prefix, text, kept, known, checkpoint, {
    onForced: (done) => {
      onProgress({ phase: 'force-score', pairsDone: pairsBefore + done, pairsTotal: 2 * kept.length });
    },
    onAnswering: () => {
      clock.end('forceScore');
      onProgress({ phase: 'answer', pairsTotal: kept.length });
    },
  });
  clock.end('answer');
  return readings;
}

/** Adds up the time of each phase; `end` closes the time since the last call. */
class PhaseClock {
  readonly times: { -readonly [phase in keyof PhaseTimes]: number } = {
    readSummary: 0,
    writePairs: 0,
    readSource: 0,
    forceScore: 0,
    answer: 0,
  };
  private since = Date.now();

  end(phase: keyof PhaseTimes): void {
    const now = Date.now();
    this.times[phase] += now - this.since;
    this.since = now;
  }
}
