import { GAP_LEGEND } from '../../text/result/summary-words.js';
import { LARGEST_FACTOR, type MarkStep, stepFactor } from './mark-scale.js';

/** A step in the legend of a marked summary. */
export function stepName(step: MarkStep): string {
  const factor = stepFactor(step);
  return factor === undefined ? GAP_LEGEND.over(LARGEST_FACTOR) : GAP_LEGEND.to(factor);
}
