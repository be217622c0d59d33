import type { TextShape } from '../shapes/shapes.js';

/** A generous width: digits of a wide font at 11 px. */
const ADVANCE = 7;
const LINE = 12;

/** Moves centred texts down line by line until none overlaps another. Texts that would fall below `floor` are left out. */
export function staggered(texts: readonly TextShape[], floor: number): TextShape[] {
  const placed: TextShape[] = [];
  for (const text of texts) {
    let { y } = text;
    while (placed.some((other) => covers({ ...text, y }, other))) y += LINE;
    if (y === text.y || y <= floor) placed.push({ ...text, y });
  }
  return placed;
}

function covers(a: TextShape, b: TextShape): boolean {
  const apart = ((a.text.length + b.text.length) * ADVANCE) / 2;
  return Math.abs(a.x - b.x) < apart && Math.abs(a.y - b.y) < LINE;
}
