/** A drawing as data: layouts return shapes, the page draws them with Lit, an export writes them as SVG text. */
export type Shape = RectShape | LineShape | CircleShape | PathShape | TextShape;

interface RectShape {
  readonly kind: 'rect';
  readonly role: Role;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LineShape {
  readonly kind: 'line';
  readonly role: Role;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface CircleShape {
  readonly kind: 'circle';
  readonly role: Role;
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

interface PathShape {
  readonly kind: 'path';
  readonly role: Role;
  /** Where the origin of `d` is. */
  readonly x: number;
  readonly y: number;
  /** SVG path data. */
  readonly d: string;
}

export interface TextShape {
  readonly kind: 'text';
  readonly role: Role;
  /** Position of the baseline at the anchor. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Degrees, around (x, y). */
  readonly rotate?: number;
}

/** The role of a shape; paint.ts defines its appearance. */
export type Role =
  | 'ground'
  | 'grid'
  | 'foot'
  | 'base'
  | 'band'
  | 'divider'
  | 'tick'
  | 'part'
  | 'part-answer'
  | 'label'
  | 'label-special'
  | 'label-answer'
  | 'bar'
  | 'bridge'
  | 'stem'
  | 'ring'
  | 'ring-answer'
  | 'value'
  | 'value-answer'
  | 'value-strong'
  | 'value-strong-answer'
  | 'letter-ground'
  | 'letter-frame'
  | 'letter-filled'
  | 'letter-outlined'
  | 'title'
  | 'caption'
  | 'caption-strong'
  | 'question'
  | 'answer'
  | 'score'
  | 'rule'
  | 'summary-text'
  | `gap${1 | 2 | 3 | 4 | 5 | 6}`
  | `gap-line${0 | 1 | 2 | 3 | 4 | 5 | 6}`
  | 'share-band'
  | 'share-curve'
  | 'share-columns'
  | 'share-score'
  | 'share-dot';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Moves a shape; an export places several charts in one picture. */
export function moved(shape: Shape, dx: number, dy: number): Shape {
  switch (shape.kind) {
    case 'rect':
    case 'path':
    case 'text':
      return { ...shape, x: shape.x + dx, y: shape.y + dy };
    case 'line':
      return { ...shape, x1: shape.x1 + dx, x2: shape.x2 + dx, y1: shape.y1 + dy, y2: shape.y2 + dy };
    case 'circle':
      return { ...shape, cx: shape.cx + dx, cy: shape.cy + dy };
  }
}
