/** Seven steps of a word's mark, by shade and underline weight: how many times less likely it is given the article. */
export type MarkStep = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const STEPS: readonly MarkStep[] = [0, 1, 2, 3, 4, 5, 6];

/** The largest factor of each of the first six steps. The seventh step is everything above. */
const STEP_FACTORS = [2, 5, 20, 100, 1_000, 10_000] as const;
export const LARGEST_FACTOR = STEP_FACTORS[5];

/** `drop`: of `wordDrop`, in nats. */
export function dropStep(drop: number): MarkStep {
  const step = STEP_FACTORS.findIndex((factor) => drop >= -Math.log(factor));
  return (step < 0 ? STEP_FACTORS.length : step) as MarkStep;
}

/** The largest factor of a step; none for the last. */
export function stepFactor(step: MarkStep): number | undefined {
  return (STEP_FACTORS as readonly number[])[step];
}
