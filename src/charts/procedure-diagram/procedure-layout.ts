/** Geometry of a procedure: steps as boxes, the texts that each one reads, arrows between them. Pure; pixels. */

export interface ProcedureStep {
  readonly title: string;
  /** Which model does it, or how. */
  readonly by: string;
  /** What it gave: "10 questions". */
  readonly count: string;
  readonly reads: readonly ('summary' | 'article')[];
}

export interface PlacedStep {
  readonly step: ProcedureStep;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly inputs: readonly PlacedInput[];
}

export interface PlacedInput {
  readonly text: 'summary' | 'article';
  readonly x: number;
  readonly y: number;
  readonly arrow: Arrow;
}

export interface Arrow {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

export interface ProcedureLayout {
  readonly steps: readonly PlacedStep[];
  readonly arrows: readonly Arrow[];
  readonly height: number;
}

export const INPUT = { width: 80, height: 24 } as const;
const BOX_HEIGHT = 74;
const GAP = 28;
const ARROW = 20;
/** Between two inputs of one step. */
const INPUT_GAP = 8;
/** Below this width, steps are under each other. */
const NARROW = 640;

/** Wide: texts above the boxes. Narrow: texts beside them. */
export function layoutProcedure(steps: readonly ProcedureStep[], width: number): ProcedureLayout {
  return width < NARROW ? stacked(steps, width) : inRow(steps, width);
}

function inRow(steps: readonly ProcedureStep[], width: number): ProcedureLayout {
  const box = (width - (steps.length - 1) * GAP) / steps.length;
  const y = INPUT.height + ARROW;
  const placed = steps.map((step, index): PlacedStep => {
    const x = index * (box + GAP);
    const inputs = step.reads.map((text, place): PlacedInput => {
      const inputX = x + place * (INPUT.width + INPUT_GAP);
      const middle = inputX + INPUT.width / 2;
      return { text, x: inputX, y: 0, arrow: { from: [middle, INPUT.height], to: [middle, y] } };
    });
    return { step, x, y, width: box, height: BOX_HEIGHT, inputs };
  });
  const arrows = placed.slice(1).map(({ x }): Arrow => {
    const middle = y + BOX_HEIGHT / 2;
    return { from: [x - GAP, middle], to: [x, middle] };
  });
  return { steps: placed, arrows, height: y + BOX_HEIGHT };
}

function stacked(steps: readonly ProcedureStep[], width: number): ProcedureLayout {
  const box = width - INPUT.width - ARROW;
  const placed = steps.map((step, index): PlacedStep => {
    const y = index * (BOX_HEIGHT + GAP);
    const space = (BOX_HEIGHT - step.reads.length * INPUT.height) / (step.reads.length + 1);
    const inputs = step.reads.map((text, place): PlacedInput => {
      const inputY = y + space + place * (INPUT.height + space);
      const middle = inputY + INPUT.height / 2;
      return { text, x: box + ARROW, y: inputY, arrow: { from: [box + ARROW, middle], to: [box, middle] } };
    });
    return { step, x: 0, y, width: box, height: BOX_HEIGHT, inputs };
  });
  const arrows = placed.slice(1).map(({ y }): Arrow => ({ from: [box / 2, y - GAP], to: [box / 2, y] }));
  return { steps: placed, arrows, height: steps.length * (BOX_HEIGHT + GAP) - GAP };
}
