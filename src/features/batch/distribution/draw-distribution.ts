/** The distribution of QUALS by system, by Observable Plot. Loaded when there is something to draw. */
import * as Plot from '@observablehq/plot';
import type { QualsRange } from '../../../state/batch/batch.js';
import { addBrush } from './brush.js';
import { areDots, type ScorePoint } from './score-points.js';

const DOT_RADIUS = 3;
const LEFT = 12;
const MARGIN = { top: 14, right: 16, bottom: 30 } as const;
const BARS = { x: { value: 'quals', thresholds: 40 }, fill: 'var(--q-ink2)', inset: 0.5 };
const LABEL_WIDTH = 132;

export interface DrawnDistribution {
  readonly svg: SVGSVGElement;
  /** Marks a range; the open one marks nothing. */
  readonly show: (range: QualsRange) => void;
}

/**
 * `systems`: from top to bottom. `width`: pixels. `onRange` is told of a range that a person drags. The colours come from the page's
 * style sheet, by `currentColor`.
 */
export function drawDistribution(
  points: readonly ScorePoint[],
  systems: readonly string[],
  medians: ReadonlyMap<string, number>,
  width: number,
  onRange: (range: QualsRange) => void,
): DrawnDistribution {
  const hasSystems = systems.length > 1 || systems[0] !== '';
  const dots = areDots(points);
  const facet = hasSystems ? { fy: 'system' } : {};
  const lines = [...medians].map(([system, value]) => ({ system, value }));
  const lowest = points.reduce((low, { quals }) => Math.min(low, quals), -1);
  const highest = points.reduce((high, { quals }) => Math.max(high, quals), 0);
  const height = dots ? facetHeight(points, systems, lowest, highest, width) : 64;
  const marginLeft = hasSystems ? Math.min(LABEL_WIDTH, width / 3) : LEFT;
  const fullHeight = height * systems.length + MARGIN.top + MARGIN.bottom;
  const plot = Plot.plot({
    className: 'quals-plot',
    width,
    height: fullHeight,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    marginLeft,
    marginRight: MARGIN.right,
    style: { background: 'none', color: 'inherit', fontFamily: 'inherit', overflow: 'visible' },
    x: {
      domain: [Math.floor(lowest * 2) / 2, Math.ceil(highest * 2) / 2],
      nice: false,
      tickFormat: signedTick,
      label: null,
    },
    y: { axis: null },
    fy: { domain: [...systems], axis: null, padding: 0.08 },
    marks: [
      Plot.frame({ anchor: 'bottom', stroke: 'var(--q-strong)' }),
      dots
        ? Plot.dot(
            points,
            Plot.dodgeY({ x: 'quals', r: DOT_RADIUS, fill: 'var(--q-ink2)', padding: 0.5, anchor: 'bottom', ...facet }),
          )
        : Plot.rectY(
            points,
            Plot.binX({ y: 'proportion-facet' }, { ...BARS, ...facet } as Plot.BinXInputs<Plot.RectYOptions>),
          ),
      Plot.ruleX(lines, { x: 'value', stroke: 'var(--q-ink)', strokeDasharray: '2,3', ...facet }),
      hasSystems
        ? Plot.text(
            systems.map((system) => ({ system })),
            {
              fy: 'system',
              frameAnchor: 'left',
              dx: -8,
              textAnchor: 'end',
              text: ({ system }: { system: string }) => shortened(system),
              fill: 'var(--q-ink)',
            },
          )
        : null,
      Plot.axisX({ anchor: 'bottom', tickFormat: signedTick, label: null, tickSize: 4, color: 'var(--q-ink2)' }),
    ],
  }) as SVGSVGElement & Plot.Plot;
  // The page's policy allows no style element; statistics/scores.css has what is needed of it.
  plot.querySelector('style')?.remove();
  const area = { left: marginLeft, right: width - MARGIN.right, top: MARGIN.top, bottom: fullHeight - MARGIN.bottom };
  return { svg: plot, show: addBrush(plot, area, onRange) };
}

/** So that the highest pile of dots fits. */
function facetHeight(
  points: readonly ScorePoint[],
  systems: readonly string[],
  lowest: number,
  highest: number,
  width: number,
): number {
  const columns = Math.max(1, Math.floor((width * 0.8) / (2 * DOT_RADIUS + 1)));
  const piles = new Map<string, number>();
  for (const { quals, system } of points) {
    const key = `${systems.indexOf(system)} ${Math.floor(((quals - lowest) / (highest - lowest || 1)) * columns)}`;
    piles.set(key, (piles.get(key) ?? 0) + 1);
  }
  const highestPile = [...piles.values()].reduce((a, b) => Math.max(a, b), 1);
  return Math.min(160, Math.max(32, (highestPile + 1) * (2 * DOT_RADIUS + 1)));
}

function shortened(name: string): string {
  return name.length > 20 ? `${name.slice(0, 19)}…` : name;
}

function signedTick(value: number): string {
  return value.toFixed(1).replace('-', '\u2212');
}
