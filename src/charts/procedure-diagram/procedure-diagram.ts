/** `<quals-procedure-diagram>`: the steps of a measure, which text each of them reads, and what it gave. */
import { LitElement, css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../../styles/host-styles.js';
import { TEXTS } from '../../text/measures/measure-words.js';
import { WidthController } from '../width-controller.js';
import {
  type Arrow,
  INPUT,
  layoutProcedure,
  type PlacedInput,
  type PlacedStep,
  type ProcedureStep,
} from './procedure-layout.js';

const PADDING = 12;
const LINES = [22, 41, 60] as const;

export class ProcedureDiagram extends LitElement {
  static override styles = [
    hostStyles,
    css`
      svg {
        display: block;
        overflow: visible;
        font: 12px var(--q-sans);
        font-variant-numeric: tabular-nums;
      }

      text {
        fill: var(--q-ink2);
      }

      .title {
        fill: var(--q-ink);
        font-weight: 600;
        font-size: 13px;
      }

      .count {
        fill: var(--q-ink);
      }

      rect {
        fill: var(--q-surface);
        stroke: var(--q-strong);
      }

      .arrow {
        fill: none;
        stroke: var(--q-ink2);
        stroke-width: 1.5;
      }

      .summary-sign {
        fill: var(--q-summary);
        stroke: none;
      }

      .article-sign {
        stroke: var(--q-article);
      }
    `,
  ];

  @property({ attribute: false }) steps: readonly ProcedureStep[] = [];
  /** Accessible name; without it, the picture is hidden from screen readers because the words beside it say the same. */
  @property() name = '';

  private readonly size = new WidthController(this, 880);

  protected override render(): TemplateResult {
    // Half a pixel of the outline is outside of its box.
    const width = this.size.width - 2;
    const { steps, arrows, height } = layoutProcedure(this.steps, width);
    return html`<svg
      width=${width + 2}
      height=${height + 2}
      viewBox="-1 -1 ${width + 2} ${height + 2}"
      role=${this.name === '' ? nothing : 'img'}
      aria-label=${this.name === '' ? nothing : this.name}
      aria-hidden=${this.name === '' ? 'true' : nothing}
    >
      ${arrows.map(drawArrow)} ${steps.map((step, index) => drawStep(step, steps.length > 1 ? `${index + 1} ` : ''))}
    </svg>`;
  }
}

function drawStep({ step, x, y, width, height, inputs }: PlacedStep, number: string): SVGTemplateResult {
  const [title, by, count] = LINES;
  return svg`
    ${inputs.map(drawInput)}
    <rect x=${x} y=${y} width=${width} height=${height} rx="3" />
    <text class="title" x=${x + PADDING} y=${y + title}>${number}${step.title}</text>
    <text x=${x + PADDING} y=${y + by}>${step.by}</text>
    <text class="count" x=${x + PADDING} y=${y + count}>${step.count}</text>`;
}

/** The signs of the figure: a bar for the summary, a ring on a stem for the article. */
function drawInput({ text, x, y, arrow }: PlacedInput): SVGTemplateResult {
  const sign =
    text === 'summary'
      ? svg`<rect x=${x + 9} y=${y + 6} width="7" height="12" class="summary-sign" />`
      : svg`<path class="arrow article-sign" d="M${x + 12.5},${y + 11}v8" />
          <circle cx=${x + 12.5} cy=${y + 8.5} r="3.25" fill="none" stroke="var(--q-article)" stroke-width="2" />`;
  return svg`
    <rect x=${x} y=${y} width=${INPUT.width} height=${INPUT.height} rx="12" />
    ${sign}
    <text x=${x + 21} y=${y + 16}>${TEXTS[text]}</text>
    ${drawArrow(arrow)}`;
}

function drawArrow({ from: [fromX, fromY], to: [toX, toY] }: Arrow): SVGTemplateResult {
  const [x, y] = [Math.sign(toX - fromX), Math.sign(toY - fromY)];
  const [baseX, baseY] = [toX - 5 * x, toY - 5 * y];
  return svg`<path class="arrow" d="M${fromX},${fromY}L${toX - x},${toY - y}M${baseX - 4 * y},${baseY - 4 * x}L${toX - x},${toY - y}L${baseX + 4 * y},${baseY + 4 * x}" />`;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-procedure-diagram': ProcedureDiagram;
  }
}
