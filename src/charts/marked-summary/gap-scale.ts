import { IN_DOUBT } from '../../core/judgement/in-doubt.js';

/** Seven steps, by shade and underline weight. */
export type MarkStep = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const STEPS: readonly MarkStep[] = [0, 1, 2, 3, 4, 5, 6];

/** The lowest gap of each of the first six steps. A gap is a pair's QUALS, 0 or below. The seventh step is everything below. */
const STEP_FLOORS = [-0.1, IN_DOUBT, -0.5, -0.9, -1.4, -2] as const;

export function gapStep(quals: number): MarkStep {
  return stepOf(STEP_FLOORS, quals);
}

/** For a word: how many times less likely it is, at most, in each of the first six steps. */
const STEP_FACTORS = [2, 5, 20, 100, 1_000, 10_000] as const;
export const LARGEST_FACTOR = STEP_FACTORS[5];

/** `drop`: of `wordDrop`, in nats. */
export function dropStep(drop: number): MarkStep {
  return stepOf(
    STEP_FACTORS.map((factor) => -Math.log(factor)),
    drop,
  );
}

/** The largest factor of a step; none for the last. */
export function stepFactor(step: MarkStep): number | undefined {
  return (STEP_FACTORS as readonly number[])[step];
}

function stepOf(floors: readonly number[], value: number): MarkStep {
  const step = floors.findIndex((floor) => value >= floor);
  return (step < 0 ? floors.length : step) as MarkStep;
}
