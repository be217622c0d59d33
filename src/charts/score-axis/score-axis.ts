/** `<quals-score-axis>`: scores as dots on one axis, each with its name. */
import { LitElement, css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../../styles/host-styles.js';
import { axisName } from '../../text/compare/compare-words.js';
import { signed } from '../../text/numbers.js';
import { WidthController } from '../width-controller.js';
import { type AxisLabel, type AxisScore, layoutScores } from './score-axis-layout.js';

/** In the unit of the text: CSS pixels, times `scale`. */
const LANE = 36;
const LINE = 15;
/** From the lowest lane's text to the axis, from the axis to the ticks' text, and to the end. */
const ABOVE = 12;
const TICK_TEXT = 20;
const BELOW = 26;
/** In CSS pixels. */
const DOT = 5;

export class ScoreAxis extends LitElement {
  static override styles = [
    hostStyles,
    css`
      svg {
        display: block;
        overflow: visible;
        font: 0.75rem var(--q-sans);
        font-variant-numeric: tabular-nums;
      }

      text {
        fill: var(--q-ink2);
      }

      .name {
        fill: var(--q-ink);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) scores: readonly AxisScore[] = [];

  private readonly size = new WidthController(this, 640);

  protected override render(): TemplateResult | typeof nothing {
    if (this.scores.length === 0) return nothing;
    const { width } = this.size;
    const scale = textScale();
    const { left, right, lanes, ticks, digits, labels } = layoutScores(this.scores, width, scale);
    const axis = scale * (lanes * LANE + ABOVE);
    return html`<svg width=${width} height=${axis + scale * BELOW} role="img" aria-label=${axisName(this.scores)}>
      ${labels.map((label) => renderLeader(label, axis, scale))}
      ${labels.map((label) => renderLabel(label, axis, scale))}
      <line x1=${left} x2=${right} y1=${axis + 0.5} y2=${axis + 0.5} stroke="var(--q-strong)" />
      ${ticks.map(
        ({ x, value }) =>
          svg`<line x1=${x} x2=${x} y1=${axis} y2=${axis + 5} stroke="var(--q-strong)" />
          <text x=${x} y=${axis + scale * TICK_TEXT} text-anchor="middle">${value === 0 ? '0' : signed(value, digits)}</text>`,
      )}
      ${labels.map(({ x, isBaseline }) => renderDot(x, axis, isBaseline))}
    </svg>`;
  }
}

/** 1 for text of the browser's own size. */
function textScale(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

/** Text of the lowest lane ends just over its dot. */
function baseOf({ lane }: AxisLabel, axis: number, scale: number): number {
  return axis - scale * (ABOVE + lane * LANE);
}

function renderLeader(label: AxisLabel, axis: number, scale: number): SVGTemplateResult {
  const { x, labelX, labelWidth } = label;
  const foot = Math.min(labelX + labelWidth / 2 - 4, Math.max(labelX - labelWidth / 2 + 4, x));
  return svg`<path d="M${x} ${axis - DOT}L${foot} ${baseOf(label, axis, scale) + 4}" stroke="var(--q-strong)" fill="none" />`;
}

function renderLabel(label: AxisLabel, axis: number, scale: number): SVGTemplateResult {
  const { name, note, labelX, labelWidth } = label;
  const base = baseOf(label, axis, scale);
  const height = scale * LINE * (note ? 2 : 1);
  return svg`<rect x=${labelX - labelWidth / 2} y=${base - height + 4} width=${labelWidth} height=${height} fill="var(--q-paper)" />
    ${note ? svg`<text x=${labelX} y=${base - scale * LINE} text-anchor="middle">${note}</text>` : nothing}
    <text class="name" x=${labelX} y=${base} text-anchor="middle">${name}</text>`;
}

function renderDot(x: number, axis: number, isBaseline: boolean): SVGTemplateResult {
  return svg`<circle
    cx=${x}
    cy=${axis + 0.5}
    r=${isBaseline ? DOT - 0.5 : DOT}
    fill=${isBaseline ? 'var(--q-paper)' : 'var(--q-ink)'}
    stroke="var(--q-ink)"
    stroke-width="2"
  />`;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-score-axis': ScoreAxis;
  }
}
