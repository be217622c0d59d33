/**
 * Diverse beam search with migrating slots, as the authors' code runs it (shared quals.md, step 1): 60 slots of one
 * beam; a slot whose first candidate is the end token leaves, the slots after it move forward, and second candidates
 * fill the end of the line.
 */
import type { SearchSettings } from '../protocol.js';
import type { Checkpoint, SpecialTokens, TextPrefix, TokenId } from '../qagen-model.js';
import type { GeneratedPair } from '../score.js';
import { type Candidate, chooseCandidates, type Slot, tokensNeeded } from './diverse-selection.js';

export interface SearchStep {
  /** Tokens that each path now holds. */
  readonly step: number;
  readonly finished: number;
  /** Hypotheses that ended at this step. */
  readonly ended: readonly GeneratedPair[];
}

interface Path extends Slot {
  readonly tokens: readonly TokenId[];
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
    let slots: Path[] = Array.from({ length: settings.paths }, () => ({ row: 0, cumulative: 0, tokens: [] }));
    let next = paths.next;
    for (let step = 0; finished.length < settings.paths; step++) {
      await checkpoint();
      const choices = chooseCandidates(next, slots, step, settings, special);

      const ended = choices
        .filter(({ first }) => first.token === special.end)
        .slice(0, settings.paths - finished.length)
        .map(({ first }) => finish(extend(slots, first), first.cumulative));
      finished.push(...ended);
      onStep?.({ step: step + 1, finished: finished.length, ended });
      if (finished.length >= settings.paths) break;

      const going = [...choices.map(({ first }) => first), ...choices.map(({ second }) => second)]
        .filter((candidate): candidate is Candidate => candidate !== undefined && candidate.token !== special.end)
        .slice(0, settings.paths);
      next = await paths.advance(
        going.map(({ slot }) => slots[slot]?.row ?? 0),
        going.map(({ token }) => token),
      );
      slots = going.map((candidate, row) => ({
        row,
        cumulative: candidate.cumulative,
        tokens: extend(slots, candidate),
      }));
    }
  } finally {
    paths.release();
  }
  return finished.sort((a, b) => b.generationMean - a.generationMean);
}

function extend(slots: readonly Path[], { slot, token }: Candidate): readonly TokenId[] {
  return [...(slots[slot]?.tokens ?? []), token];
}

function finish(tokens: readonly TokenId[], cumulative: number): GeneratedPair {
  return { tokens, generationScore: cumulative, generationMean: cumulative / tokens.length };
}
