/** A range of QUALS that a person drags over the figure, by d3-brush. */
import type { Plot } from '@observablehq/plot';
import { brushX, type D3BrushEvent } from 'd3-brush';
import { select } from 'd3-selection';
import type { QualsRange } from '../../../state/batch/batch.js';

/** Pixels from the top left corner of the figure. */
interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Returns what marks a range without telling `onRange`. */
export function addBrush(
  plot: SVGSVGElement & Plot,
  { left, right, top, bottom }: Area,
  onRange: (range: QualsRange) => void,
): (range: QualsRange) => void {
  const scale = plot.scale('x');
  const at = (pixel: number): number => Number(scale?.invert?.(pixel));
  const brush = brushX<unknown>()
    .extent([
      [left, top],
      [right, bottom],
    ])
    // A finger scrolls the page.
    .touchable(false)
    .on('end', ({ sourceEvent, selection }: D3BrushEvent<unknown>) => {
      if (!sourceEvent) return;
      const ends = selection as readonly [number, number] | null;
      onRange(ends ? { min: floor(at(ends[0])), max: ceil(at(ends[1])) } : {});
    });
  const group = select(plot).append('g').attr('class', 'brush').call(brush);
  return ({ min, max }) => {
    const pixel = (value: number | undefined, open: number): number =>
      value === undefined ? open : Math.min(right, Math.max(left, Number(scale?.apply(value))));
    const ends = [pixel(min, left), pixel(max, right)] as const;
    const isOpen = (min === undefined && max === undefined) || ends[0] >= ends[1];
    brush.move(group, isOpen ? null : [...ends]);
  };
}

/** Two decimals that leave no dot out which the range shows. */
function floor(value: number): number {
  return Math.floor(value * 100) / 100;
}

function ceil(value: number): number {
  return Math.ceil(value * 100) / 100;
}
