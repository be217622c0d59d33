/** `<quals-chart-legend>`: which sign stands for which text and, on the log scale, what a stem's length is. */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../styles/host-styles.js';
import { GIVEN_ARTICLE, GIVEN_SUMMARY, STEM_LENGTH } from '../text/charts/chart-words.js';
import type { Scale } from './probability-scale.js';
import { articleKey, summaryKey } from './series-key.js';

export class ChartLegend extends LitElement {
  static override styles = [
    hostStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--q-s1) var(--q-s5);
        padding: 0;
        list-style: '';
        color: var(--q-ink2);
        font: 0.8125rem/1.1875rem var(--q-sans);
      }

      li {
        display: flex;
        align-items: center;
        gap: var(--q-s2);
      }
    `,
  ];

  @property() scale: Scale = 'linear';

  protected override render(): TemplateResult {
    return html`<ul>
      <li>${summaryKey}${GIVEN_SUMMARY}</li>
      <li>${articleKey}${GIVEN_ARTICLE}</li>
      ${this.scale === 'log' ? html`<li>${STEM_LENGTH}</li>` : nothing}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-chart-legend': ChartLegend;
  }
}
