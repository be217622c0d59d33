/** Parts that the layouts of both orientations share. */
import { powerOfTen } from '../../text/charts/chart-numbers.js';
import { isAnswerPart, type Mark } from '../marks.js';
import type { Tick } from '../probability-scale.js';
import type { LineShape, Role, TextShape } from '../shapes/shapes.js';

/** 0, .25, … 1 on a linear axis; 1, .1, .01, 10⁻³ … on a log axis. */
export function tickLabel({ value, power }: Tick): string {
  if (value !== undefined) return String(value).replace(/^0\./, '.');
  if (power === undefined) throw new TypeError('A tick has a value or a power.');
  return power > -3 ? String(10 ** power).replace(/^0\./, '.') : powerOfTen(power);
}

export function labelRole({ part }: Mark): Role {
  if (part === 'separator' || part === 'end') return 'label-special';
  return part === 'answer' ? 'label-answer' : 'label';
}

export function ringRole({ part }: Mark): Role {
  return isAnswerPart(part) ? 'ring-answer' : 'ring';
}

export function valueRole({ part }: Mark, strong: boolean): Role {
  if (isAnswerPart(part)) return strong ? 'value-strong-answer' : 'value-answer';
  return strong ? 'value-strong' : 'value';
}

export function line(role: Role, x1: number, y1: number, x2: number, y2: number): LineShape {
  return { kind: 'line', role, x1, y1, x2, y2 };
}

export function text(role: Role, x: number, y: number, content: string, anchor: TextShape['anchor']): TextShape {
  return { kind: 'text', role, x, y, text: content, anchor };
}

export function clamp(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
