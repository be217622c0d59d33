/**
 * `<quals-calibration-chart>`: what a QUALS value is worth. The share of rated summaries that people judged consistent, with its 95 % band;
 * the rated summaries as columns, above where people judged them consistent, below where not; and this summary's score.
 */
import { LitElement, css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type Calibration, judgementAt, ratedCount } from '../../core/judgement/calibration.js';
import { hostStyles } from '../../styles/host-styles.js';
import { percent, signed } from '../../text/numbers.js';
import { CALIBRATION } from '../../text/result/summary-words.js';
import { type CalibrationLayout, COLUMN_STEP, layoutCalibration } from './calibration-layout.js';
import { WidthController } from '../width-controller.js';

const HEIGHT = 144;

export class CalibrationChart extends LitElement {
  static override styles = [
    hostStyles,
    css`
      svg {
        display: block;
        overflow: visible;
        font: 0.71875rem var(--q-sans);
        font-variant-numeric: tabular-nums;
      }

      text {
        fill: var(--q-ink2);
      }

      .strong {
        fill: var(--q-ink);
        font-weight: 600;
      }

      .note {
        margin-top: var(--q-s1);
        color: var(--q-ink3);
        font: 0.75rem/1.0625rem var(--q-sans);
      }
    `,
  ];

  @property({ attribute: false }) calibration: Calibration | undefined;
  /** This summary's score; without it, only the curve. */
  @property({ type: Number }) quals: number | undefined;

  private readonly size = new WidthController(this, 440);
  private layout: CalibrationLayout | undefined;

  protected override willUpdate(): void {
    if (this.calibration) this.layout = layoutCalibration(this.calibration, this.quals, this.size.width, HEIGHT);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { calibration, layout } = this;
    const { width } = this.size;
    if (!calibration || !layout) return nothing;
    const { left, right, top, bottom, score } = layout;
    return html`
      <svg width=${width} height=${HEIGHT} role="img" aria-label=${this.describe(calibration)}>
        <path d=${layout.band} fill="var(--q-sel)" />
        ${layout.yTicks.map(
          ({ y, value }) => svg`
            <line x1=${left} x2=${right} y1=${Math.round(y) + 0.5} y2=${Math.round(y) + 0.5} stroke="var(--q-rule)" />
            <text x=${left - 8} y=${y + 4} text-anchor="end">${value * 100}%</text>`,
        )}
        <path d=${layout.ratedConsistent} stroke="var(--q-ink3)" stroke-width=${COLUMN_STEP - 1} />
        <path d=${layout.ratedInconsistent} stroke="var(--q-ink3)" stroke-width=${COLUMN_STEP - 1} />
        ${layout.xTicks.map(
          ({ x, value }) =>
            svg`<text x=${x} y=${bottom + 28} text-anchor="middle">${signed(value, Number.isInteger(value) ? 0 : value % 0.5 === 0 ? 1 : 2)}</text>`,
        )}
        <path d=${layout.curve} fill="none" stroke="var(--q-ink2)" stroke-width="1.5" />
        ${score ? renderScore(score, top, bottom, left, right) : nothing}
      </svg>
      <p class="note">${CALIBRATION.columns}</p>
    `;
  }

  private describe(calibration: Calibration): string {
    const rated = ratedCount(calibration);
    if (this.quals === undefined) return CALIBRATION.nameWithoutScore(rated);
    const { share, low, high } = judgementAt(calibration, this.quals);
    return CALIBRATION.name(this.quals, share, low, high, rated);
  }
}

function renderScore(
  { x, y, share, outside }: NonNullable<CalibrationLayout['score']>,
  top: number,
  bottom: number,
  left: number,
  right: number,
): SVGTemplateResult {
  // The curve rises to the right, so the space above and left of the dot is free, except at the far left.
  const before = x > left + 48;
  const nearRight = x > right - 40;
  const nearLeft = x < left + 40;
  return svg`
    <line x1=${x} x2=${x} y1=${top - 14} y2=${bottom + 12} stroke="var(--q-ink)" stroke-width="1.5" />
    <text class="strong" x=${x} y=${top - 19} text-anchor=${nearRight ? 'end' : nearLeft ? 'start' : 'middle'}>${outside ? CALIBRATION.beyond : CALIBRATION.thisSummary}</text>
    <circle cx=${x} cy=${y} r="4" fill="var(--q-ink)" stroke="var(--q-paper)" stroke-width="1.5" />
    <text class="strong" x=${before ? x - 8 : x + 8} y=${Math.max(top + 10, y - 7)} text-anchor=${before ? 'end' : 'start'}>${percent(share)}</text>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-calibration-chart': CalibrationChart;
  }
}
