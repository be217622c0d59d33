/**
 * `<quals-progress-steps>`: the stages of a long piece of work, in order, each with a bar. Says nothing aloud by itself: the page
 * decides when.
 */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../styles/host-styles.js';
import { visuallyHidden } from '../styles/visually-hidden.js';
import { STEP } from '../text/page/component-words.js';
import { setStyles } from '../styles/set-styles.js';

export interface ProgressStep {
  readonly label: string;
  /** A line under the label, for instance "37 finished, token 19 of at most 60". */
  readonly detail: string;
  readonly state: 'done' | 'current' | 'waiting';
  /** 0 to 1 for the current step; undefined if unknown. */
  readonly share?: number;
}

export class ProgressSteps extends LitElement {
  static override styles = [
    hostStyles,
    visuallyHidden,
    css`
      ol {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        gap: var(--q-s5);
        padding: 0;
        list-style: '';
        font: 0.8125rem/1.1875rem var(--q-sans);
        font-variant-numeric: tabular-nums;
      }

      .bar {
        height: 4px;
        margin-bottom: 0.625rem;
        background: var(--q-sel);
        overflow: hidden;
      }

      .fill {
        width: 100%;
        height: 100%;
        background: var(--q-ink);
        transform-origin: left;
        transform: scaleX(0);
      }

      .done .fill {
        background: var(--q-ink3);
        transform: none;
      }

      .unknown .fill {
        width: 30%;
        transform: none;
        animation: pass 1.6s linear infinite;
      }

      @keyframes pass {
        from {
          transform: translateX(-100%);
        }
        to {
          transform: translateX(340%);
        }
      }

      @media (prefers-reduced-motion: reduce) {
        .unknown .fill {
          width: 100%;
          opacity: 0.4;
          animation: none;
        }
      }

      .label {
        display: flex;
        gap: var(--q-s2);
        color: var(--q-ink2);
        font-size: 0.875rem;
        line-height: 1.25rem;
      }

      .done .label {
        color: var(--q-ink);
      }

      .current .label {
        color: var(--q-ink);
        font-weight: 600;
      }

      .number {
        color: var(--q-ink3);
        font-weight: 400;
      }

      .detail {
        padding-inline-start: 1.0625rem;
        color: var(--q-ink3);
      }

      @media (forced-colors: active) {
        .bar {
          border: 1px solid CanvasText;
          height: 6px;
        }
        .fill,
        .done .fill {
          background: CanvasText;
          forced-color-adjust: none;
        }
      }

      @media (max-width: 44.99em) {
        ol {
          grid-auto-flow: row;
          grid-auto-columns: auto;
          gap: var(--q-s3);
        }
        .waiting .detail {
          display: none;
        }
      }
    `,
  ];

  /** Accessible name of the list. */
  @property() label = '';
  @property({ attribute: false }) steps: readonly ProgressStep[] = [];

  protected override render(): TemplateResult {
    return html`<ol aria-label=${this.label}>
      ${this.steps.map((step, index) => renderStep(step, index))}
    </ol>`;
  }
}

function renderStep({ label, detail, state, share }: ProgressStep, index: number): TemplateResult {
  const current = state === 'current';
  const unknown = current && share === undefined;
  const filled = share === undefined ? 0 : Math.min(1, Math.max(0, share));
  const bar = html`<div
    class="fill"
    style=${setStyles(current && !unknown ? { transform: `scaleX(${filled})` } : {})}
  ></div>`;
  return html`
    <li class="${state} ${unknown ? 'unknown' : ''}" aria-current=${current ? 'step' : nothing}>
      ${
        current
          ? html`<div
              class="bar"
              role="progressbar"
              aria-label=${label}
              aria-valuemin="0"
              aria-valuemax="100"
              aria-valuenow=${unknown ? nothing : Math.round(filled * 100)}
            >
              ${bar}
            </div>`
          : html`<div class="bar">${bar}</div>`
      }
      <p class="label"><span class="number" aria-hidden="true">${index + 1}</span><span>${label}</span></p>
      <p class="detail">${detail}<span class="visually-hidden"> (${STEP[state]})</span></p>
    </li>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-progress-steps': ProgressSteps;
  }
}
