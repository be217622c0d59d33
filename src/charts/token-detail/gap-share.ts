import type { ScoredPair } from '../../core/score.js';
import { differenceOf, type Mark } from '../marks.js';

/**
 * The mark's share of everything that lowers the pair's score, 0 to 1; 0 for a mark that raises it.
 * Of the lowering alone, so that the shares of a pair's tokens sum to 1 even where others raise the score.
 */
export function gapShare(pair: ScoredPair, mark: Mark): number {
  const lowering = pair.tokens.reduce((total, token) => total + Math.max(0, -differenceOf(token)), 0);
  return lowering === 0 ? 0 : Math.min(1, Math.max(0, -differenceOf(mark)) / lowering);
}
