/** Shares of better, equal and worse on each axis, by Observable Plot. Loaded when there is something to draw. */
import * as Plot from '@observablehq/plot';
import { VERDICTS } from '../../../core/study/study.js';
import { AXIS_NAMES } from '../../../text/study/rate-words.js';
import * as words from '../../../text/study/study-results-words.js';
import type { AxisFigures } from './study-figures.js';

const LEFT = 64;
/** For the number after the longest bar. */
const RIGHT = 132;
const BAR = 26;

/** `width`: pixels. The colours come from the page's style sheet. */
export function drawAnswers(figures: readonly AxisFigures[], width: number): SVGSVGElement {
  const bars = figures.flatMap(({ axis, votes, shares }) =>
    shares.map(({ verdict, votes: count, share }) => ({
      axis: AXIS_NAMES[axis],
      answer: words.VERDICT_NAMES[verdict],
      share: share.value,
      low: share.interval?.low ?? share.value,
      high: share.interval?.high ?? share.value,
      label: `${words.share(share.value)} (${words.countOf(count, votes)})`,
    })),
  );
  // At 0 % and 100 % all draws of the bootstrap are equal.
  const estimated = bars.filter(({ low, high }) => high > low);
  const axes = figures.filter(({ votes }) => votes > 0).map(({ axis }) => AXIS_NAMES[axis]);
  const place = { fy: 'axis', y: 'answer' } as const;
  const plot = Plot.plot({
    className: 'quals-plot',
    width,
    height: axes.length * (BAR * 3 + 34) + 46,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: 16,
    marginBottom: 26,
    style: { background: 'none', color: 'inherit', fontFamily: 'inherit', overflow: 'visible' },
    x: { domain: [0, 1], label: null },
    y: { domain: VERDICTS.map((verdict) => words.VERDICT_NAMES[verdict]), label: null, padding: 0.25 },
    fy: { domain: axes, axis: null, padding: 0.22 },
    marks: [
      Plot.gridX([0, 0.25, 0.5, 0.75, 1], { stroke: 'var(--q-rule)', strokeOpacity: 1 }),
      Plot.barX(bars, { ...place, x: 'share', fill: 'var(--q-strong)' }),
      Plot.ruleX([0], { stroke: 'var(--q-ink)' }),
      Plot.ruleY(estimated, { ...place, x1: 'low', x2: 'high', stroke: 'var(--q-ink)', strokeWidth: 1.5 }),
      Plot.tickX(estimated, { ...place, x: 'low', stroke: 'var(--q-ink)', strokeWidth: 1.5, inset: 5 }),
      Plot.tickX(estimated, { ...place, x: 'high', stroke: 'var(--q-ink)', strokeWidth: 1.5, inset: 5 }),
      Plot.text(bars, { ...place, x: 'high', text: 'label', textAnchor: 'start', dx: 8, fill: 'var(--q-ink)' }),
      Plot.text(axes, {
        fy: (axis: string) => axis,
        text: (axis: string) => axis,
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dx: -LEFT,
        dy: -12,
        fontWeight: 600,
        fill: 'var(--q-ink)',
      }),
      Plot.axisY({ anchor: 'left', tickSize: 0, label: null, color: 'var(--q-ink2)' }),
      Plot.axisX([0, 0.25, 0.5, 0.75, 1], {
        anchor: 'bottom',
        tickFormat: (value: number) => `${value * 100}\u202f%`,
        tickSize: 4,
        label: null,
        color: 'var(--q-ink2)',
      }),
    ],
  }) as SVGSVGElement;
  // The page's policy allows no style element; results.css has what is needed of it.
  plot.querySelector('style')?.remove();
  return plot;
}
