/**
 * Diverse beam search with migrating slots, as the authors' code runs it (docs/metric.md, section 1): 60 slots with one
 * beam each. A slot leaves when its first candidate is the end token. The slots after it move forward, and second candidates
 * fill the free places at the end.
 */
import { tokensInRow } from '../../next-token-row.js';
import type { SearchSettings } from '../../protocol.js';
import type { Checkpoint, ForcedSequence, NextTokens, SpecialTokens, TextPrefix, TokenId } from '../../qagen-model.js';
import type { GeneratedPair } from '../../score.js';
import { ALTERNATIVES } from '../alternatives.js';
import { type Candidate, chooseCandidates, type Slot, tokensNeeded } from './diverse-selection.js';

export interface SearchStep {
  /** Number of tokens in each path. */
  readonly step: number;
  readonly finished: number;
  /** Hypotheses that finished at this step. */
  readonly ended: readonly GeneratedPair[];
}

interface Path extends Slot {
  readonly tokens: readonly TokenId[];
  readonly logProbs: readonly number[];
  readonly forced: ForcedSequence | undefined;
}

/** Hypotheses sorted by `generationMean`, best first. */
export async function diverseBeamSearch(
  prefix: TextPrefix,
  special: SpecialTokens,
  settings: SearchSettings,
  checkpoint: Checkpoint,
  onStep?: (step: SearchStep) => void,
): Promise<GeneratedPair[]> {
  const finished: GeneratedPair[] = [];
  const paths = await prefix.openPaths([[]], tokensNeeded(settings));
  try {
    let slots: Path[] = Array.from({ length: settings.paths }, () => ({
      row: 0,
      cumulative: 0,
      tokens: [],
      logProbs: [],
      forced: [],
    }));
    let next = paths.next;
    for (let step = 0; finished.length < settings.paths; step++) {
      await checkpoint();
      const choices = chooseCandidates(next, slots, step, settings, special);

      const ended = choices
        .filter(({ first }) => first.token === special.end)
        .slice(0, settings.paths - finished.length)
        .map(({ first }) => finish(extend(slots, first, next)));
      finished.push(...ended);
      onStep?.({ step: step + 1, finished: finished.length, ended });
      if (finished.length >= settings.paths) break;

      const going = [...choices.map(({ first }) => first), ...choices.map(({ second }) => second)]
        .filter((candidate): candidate is Candidate => candidate !== undefined && candidate.token !== special.end)
        .slice(0, settings.paths);
      const before = next;
      next = await paths.advance(
        going.map(({ slot }) => slots[slot]?.row ?? 0),
        going.map(({ token }) => token),
      );
      slots = going.map((candidate, row) => ({ ...extend(slots, candidate, before), row }));
    }
  } finally {
    paths.release();
  }
  return finished.sort((a, b) => b.generationMean - a.generationMean);
}

/** `next`: the step that contains the candidate. */
function extend(
  slots: readonly Path[],
  { slot, token, logProb, rank, cumulative }: Candidate,
  next: NextTokens,
): Omit<Path, 'row'> {
  const { row = 0, tokens = [], logProbs = [], forced } = slots[slot] ?? {};
  const seen =
    rank === undefined ? undefined : { token, logProb, rank, alternatives: tokensInRow(next, row, ALTERNATIVES) };
  return {
    tokens: [...tokens, token],
    logProbs: [...logProbs, logProb],
    forced: forced && seen && [...forced, seen],
    cumulative,
  };
}

function finish({ tokens, logProbs, forced, cumulative }: Omit<Path, 'row'>): GeneratedPair {
  return { tokens, logProbs, forced, generationScore: cumulative, generationMean: cumulative / tokens.length };
}
