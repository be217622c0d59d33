/** One step of diverse beam search: the best two tokens of each slot, after the penalties of earlier slots. */
import type { NextTokens, SpecialTokens, TokenId } from '../../qagen-model.js';
import type { SearchSettings } from '../../protocol.js';

export interface Slot {
  /** Row of this slot's path in `NextTokens`. At step 0 all slots share row 0. */
  readonly row: number;
  /** Accumulated penalised log-probability. */
  readonly cumulative: number;
}

export interface Candidate {
  readonly slot: number;
  readonly token: TokenId;
  /** Log-probability of this token alone, without penalty. */
  readonly logProb: number;
  /** 1 for the likeliest token of the row; undefined if it is below the known ones. */
  readonly rank: number | undefined;
  readonly cumulative: number;
}

/** Best and second-best candidate of one slot. The second is missing only if the end token is forced. */
export interface SlotChoice {
  readonly first: Candidate;
  readonly second: Candidate | undefined;
}

/** Candidates of a slot that penalise later slots: 2 × one beam. Both count (docs/metric.md, section 1). */
const COUNTED_CANDIDATES = 2;

/**
 * Number of likeliest tokens of a row that make the choice exact: the best two, plus all tokens that can be penalised (two for
 * each earlier slot), plus those that are never allowed (start, end).
 */
export function tokensNeeded(settings: SearchSettings): number {
  return COUNTED_CANDIDATES * settings.paths + 2;
}

/** s_g(v) = log p(v) − strength · C_g(v), for slots in order (docs/metric.md, section 1). `step` counts from 0. */
export function chooseCandidates(
  next: NextTokens,
  slots: readonly Slot[],
  step: number,
  settings: SearchSettings,
  special: SpecialTokens,
): SlotChoice[] {
  const counts = new Map<TokenId, number>();
  const penalty = (token: TokenId): number => settings.diversityStrength * (counts.get(token) ?? 0);
  const count = (candidate: Candidate | undefined): void => {
    if (candidate) counts.set(candidate.token, (counts.get(candidate.token) ?? 0) + 1);
  };

  return slots.map((slot, index) => {
    const choice =
      step >= settings.maxLength
        ? forcedEnd(next, slot, index, penalty(special.end), special)
        : bestTwo(next, slot, index, penalty, (token) => isAllowed(token, step, settings, special));
    count(choice.first);
    count(choice.second);
    return choice;
  });
}

function isAllowed(token: TokenId, step: number, settings: SearchSettings, special: SpecialTokens): boolean {
  if (token === special.start) return false;
  return token !== special.end || step >= settings.minLength;
}

function forcedEnd(next: NextTokens, slot: Slot, index: number, penalty: number, special: SpecialTokens): SlotChoice {
  const logProb = next.endLogProbs[slot.row] ?? Number.NEGATIVE_INFINITY;
  return {
    first: {
      slot: index,
      token: special.end,
      logProb,
      rank: rankIn(next, slot.row, special.end),
      cumulative: slot.cumulative + logProb - penalty,
    },
    second: undefined,
  };
}

function rankIn({ tokens, count }: NextTokens, row: number, token: TokenId): number | undefined {
  const place = tokens.subarray(row * count, (row + 1) * count).indexOf(token);
  return place < 0 ? undefined : place + 1;
}

function bestTwo(
  next: NextTokens,
  slot: Slot,
  index: number,
  penalty: (token: TokenId) => number,
  allowed: (token: TokenId) => boolean,
): SlotChoice {
  let first: Candidate | undefined;
  let second: Candidate | undefined;
  const begin = slot.row * next.count;
  for (let place = begin; place < begin + next.count; place++) {
    const token = next.tokens[place] as TokenId;
    const logProb = next.logProbs[place] as number;
    // Penalties only lower a score and the row is in descending order, so no later token can enter.
    if (second && slot.cumulative + logProb <= second.cumulative) break;
    if (!allowed(token)) continue;
    const rank = place - begin + 1;
    const candidate = { slot: index, token, logProb, rank, cumulative: slot.cumulative + logProb - penalty(token) };
    if (!first || candidate.cumulative > first.cumulative) {
      second = first;
      first = candidate;
    } else if (!second || candidate.cumulative > second.cumulative) {
      second = candidate;
    }
  }
  if (!first || !second) throw new Error(`Row ${slot.row} gave fewer than two allowed tokens of ${next.count}.`);
  return { first, second };
}
