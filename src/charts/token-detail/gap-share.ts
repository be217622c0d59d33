import type { ScoredPair } from '../../core/score.js';
import { differenceOf, type Mark } from '../marks.js';

/**
 * The mark's share of everything that lowers the pair's score, 0 to 1; 0 for a mark that raises it.
 * The total counts only tokens that lower the score, so the shares sum to 1 even if other tokens raise it.
 */
export function gapShare(pair: ScoredPair, mark: Mark): number {
  const lowering = pair.tokens.reduce((total, token) => total + Math.max(0, -differenceOf(token)), 0);
  return lowering === 0 ? 0 : Math.min(1, Math.max(0, -differenceOf(mark)) / lowering);
}
