/** `<quals-gap-legend>`: the seven steps of a marked summary. */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../../styles/host-styles.js';
import { GAP_LEGEND, VERBATIM } from '../../text/result/summary-words.js';
import { gapMarkStyles } from './gap-marks.styles.js';
import { STEPS } from './mark-scale.js';
import { stepName } from './step-name.js';

export class GapLegend extends LitElement {
  static override styles = [
    hostStyles,
    gapMarkStyles,
    css`
      .legend {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: var(--q-s2) var(--q-s4);
        color: var(--q-ink2);
        font: 0.75rem/1.0625rem var(--q-sans);
      }

      .steps {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: var(--q-s1);
        padding: 0;
        list-style: '';
      }

      .steps li {
        min-width: 4.5rem;
        padding: 0.125rem 0.375rem;
        color: var(--q-ink);
      }

      .label {
        padding-block: 0.125rem;
      }

      .unmarked {
        padding-block: 0.125rem;
      }
    `,
  ];

  /** With what is said of sentences that are in the article word for word. */
  @property({ type: Boolean }) verbatim = false;

  protected override render(): TemplateResult {
    return html`<div class="legend">
      <span class="label" aria-hidden="true">${GAP_LEGEND.label}:</span>
      <ol class="steps" aria-label=${GAP_LEGEND.label}>
        ${STEPS.map((step) => html`<li class="shade${step} line${step}">${stepName(step)}</li>`)}
      </ol>
      <span class="unmarked">${GAP_LEGEND.unmarked}</span>
      ${this.verbatim ? html`<span class="unmarked">${VERBATIM.legend}</span>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-gap-legend': GapLegend;
  }
}
