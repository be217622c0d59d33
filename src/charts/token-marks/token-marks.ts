/** `<quals-token-marks>`: a text whose tokens are marked by −log p, with its own legend. Not the marks of QUALS: another measure. */
import { LitElement, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SpanLogProb } from '../../core/score.js';
import { hostStyles } from '../../styles/host-styles.js';
import { LOG_PROB } from '../../text/measures/measure-words.js';
import { logProbStep, STEP_FLOORS } from './log-prob-scale.js';

export class TokenMarks extends LitElement {
  static override styles = [
    hostStyles,
    css`
      .text {
        color: var(--q-ink);
        font: 1.25rem/2.25rem var(--q-serif);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .step1 {
        border-bottom: 1px dotted var(--q-ink2);
      }
      .step2 {
        border-bottom: 1px solid var(--q-ink2);
        background: color-mix(in srgb, var(--q-ink2) 8%, transparent);
      }
      .step3 {
        border-bottom: 2px solid var(--q-ink2);
        background: color-mix(in srgb, var(--q-ink2) 16%, transparent);
      }
      .step4 {
        border-bottom: 4px double var(--q-ink2);
        background: color-mix(in srgb, var(--q-ink2) 26%, transparent);
      }

      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--q-s2) var(--q-s4);
        margin-top: var(--q-s3);
        color: var(--q-ink2);
        font: 0.75rem/1.0625rem var(--q-sans);
      }

      ol {
        display: flex;
        flex-wrap: wrap;
        gap: var(--q-s2);
        padding: 0;
        list-style: '';
      }

      li {
        padding: 0.125rem 0.375rem;
        color: var(--q-ink);
      }
    `,
  ];

  @property() text = '';
  /** In order, without overlap; offsets into `text`. */
  @property({ attribute: false }) tokens: readonly SpanLogProb[] = [];

  protected override render(): TemplateResult {
    return html`
      <p class="text" dir="auto">${this.pieces()}</p>
      <div class="legend">
        <span id="legend">${LOG_PROB.legend}</span>
        <ol aria-labelledby="legend">
          <li>${LOG_PROB.below(STEP_FLOORS[0])}</li>
          ${STEP_FLOORS.map((floor, index) => html`<li class="step${index + 1}">${LOG_PROB.from(floor)}</li>`)}
        </ol>
      </div>
    `;
  }

  private pieces(): unknown[] {
    let done = 0;
    const pieces = this.tokens.flatMap(({ start, end, logProb }): unknown[] => {
      if (end <= start || start < done) return [];
      const between = this.text.slice(done, start);
      const words = this.text.slice(start, end);
      done = end;
      const step = logProbStep(logProb);
      return [between, html`<span class="step${step}" title=${LOG_PROB.mark(words, logProb)}>${words}</span>`];
    });
    return [...pieces, this.text.slice(done)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-token-marks': TokenMarks;
  }
}
