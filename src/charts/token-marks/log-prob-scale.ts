/** Five steps of −log p of a token, by shade and underline weight. */

/** The lowest −log p of each step after the first, in nats. A token of step 0 has no mark. */
export const STEP_FLOORS = [1, 2, 4, 7] as const;

export function logProbStep(logProb: number): number {
  return STEP_FLOORS.filter((floor) => -logProb >= floor).length;
}
