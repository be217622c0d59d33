/** Selects the pairs that count and records why the others do not. Source: docs/metric.md, section 2. */
import type { Protocol } from '../protocol.js';
import type { QAGenModel } from '../qagen-model.js';
import type { DroppedPair, DropReason, GeneratedPair } from '../score.js';
import { isAnswerIn } from '../text/answer-spans.js';
import { splitPair } from './split-pair.js';

export interface KeptPair {
  readonly question: string;
  readonly answer: string;
  readonly generated: GeneratedPair;
}

export interface Kept {
  /** In the order in which they were kept. */
  readonly kept: readonly KeptPair[];
  readonly dropped: readonly DroppedPair[];
  /** Why each other pair was dropped. */
  readonly reasons: ReadonlyMap<GeneratedPair, DropReason>;
}

type Decoder = Pick<QAGenModel, 'decode' | 'tokens'>;

export function keepPairs(
  written: readonly GeneratedPair[],
  summary: string,
  protocol: Protocol,
  model: Decoder,
): Kept {
  const dropped: DroppedPair[] = [];
  const reasons = new Map<GeneratedPair, DropReason>();
  const drop = (pair: KeptPair, reason: DropReason): void => {
    const { question, answer, generated } = pair;
    dropped.push({ question, answer, generationMean: generated.generationMean, reason });
    reasons.set(generated, reason);
  };

  const answered: KeptPair[] = [];
  for (const generated of written) {
    const parts = splitPair(generated.tokens, model.tokens);
    if (!parts) {
      drop({ question: model.decode(generated.tokens), answer: '', generated }, 'no-separator');
      continue;
    }
    const pair = { question: model.decode(parts.question), answer: model.decode(parts.answer), generated };
    if (isAnswerIn(pair.answer, summary, protocol.name)) answered.push(pair);
    else drop(pair, 'answer-not-in-summary');
  }

  // Array.sort is stable, like the sort of the released code.
  const best = answered.sort((a, b) => b.generated.generationScore - a.generated.generationScore);
  return { kept: inRounds(best, protocol.softCap, drop), dropped, reasons };
}

/** Rounds over the answers: one pair from each, until a round keeps nothing or the cap is reached. */
function inRounds(
  pairs: readonly KeptPair[],
  softCap: number,
  drop: (pair: KeptPair, reason: DropReason) => void,
): KeptPair[] {
  const groups = groupByAnswer(pairs);
  const kept: KeptPair[] = [];
  const asked = groups.map(() => new Set<string>());
  for (let keptSome = true; keptSome && kept.length < softCap;) {
    keptSome = false;
    groups.forEach((group, index) => {
      const pair = group.shift();
      if (!pair) return;
      const question = pair.question.toLowerCase();
      if (asked[index]?.has(question)) return drop(pair, 'duplicate-question');
      asked[index]?.add(question);
      kept.push(pair);
      keptSome = true;
    });
  }
  for (const pair of groups.flat()) drop(pair, 'over-cap');
  return kept;
}

function groupByAnswer(pairs: readonly KeptPair[]): KeptPair[][] {
  const groups = new Map<string, KeptPair[]>();
  for (const pair of pairs) {
    const answer = pair.answer.toLowerCase();
    const group = groups.get(answer);
    if (group) group.push(pair);
    else groups.set(answer, [pair]);
  }
  return [...groups.values()];
}
