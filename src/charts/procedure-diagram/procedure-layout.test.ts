import { describe, expect, it } from 'vitest';
import { layoutProcedure, type ProcedureStep } from './procedure-layout.js';

const step = (...reads: ('summary' | 'article')[]): ProcedureStep => ({ title: '', by: '', count: '', reads });
const STEPS = [step('summary'), step('summary', 'article'), step()];

describe.each([880, 340])('a procedure %d px wide', (width) => {
  const { steps, arrows, height } = layoutProcedure(STEPS, width);

  it('has each box and each text inside, and none on another', () => {
    const rectangles = steps.flatMap(({ x, y, width: w, height: h, inputs }) => [
      { x, y, w, h },
      ...inputs.map((input) => ({ x: input.x, y: input.y, w: 80, h: 24 })),
    ]);
    for (const [index, one] of rectangles.entries()) {
      expect(one.x >= 0 && one.x + one.w <= width && one.y >= 0 && one.y + one.h <= height).toBe(true);
      for (const other of rectangles.slice(index + 1)) {
        const apart =
          one.x + one.w <= other.x ||
          other.x + other.w <= one.x ||
          one.y + one.h <= other.y ||
          other.y + other.h <= one.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('has an arrow from each step to the next, and from each text to its step', () => {
    expect(arrows).toHaveLength(2);
    expect(steps.map(({ inputs }) => inputs.map(({ text }) => text))).toEqual([
      ['summary'],
      ['summary', 'article'],
      [],
    ]);
    for (const { inputs, x, y, width: w, height: h } of steps) {
      for (const { arrow } of inputs) {
        const [toX, toY] = arrow.to;
        expect(toX >= x && toX <= x + w && toY >= y && toY <= y + h).toBe(true);
      }
    }
  });
});
