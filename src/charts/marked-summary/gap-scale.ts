import { IN_DOUBT } from '../../core/judgement/in-doubt.js';

/** Seven steps of gap, by shade and underline weight. A gap is a pair's QUALS, 0 or below. */
export type GapStep = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The lowest value of each of the first six steps. The seventh step is everything below. */
const STEP_FLOORS = [-0.1, IN_DOUBT, -0.5, -0.9, -1.4, -2] as const;
export const LOWEST_FLOOR = STEP_FLOORS[5];

export const STEPS: readonly GapStep[] = [0, 1, 2, 3, 4, 5, 6];

export function gapStep(quals: number): GapStep {
  const step = STEP_FLOORS.findIndex((floor) => quals >= floor);
  return (step < 0 ? 6 : step) as GapStep;
}

/** The lowest value of a step; none for the last. */
export function stepFloor(step: GapStep): number | undefined {
  return (STEP_FLOORS as readonly number[])[step];
}
