/** `<quals-gap-bar>`: a pair's QUALS as a bar from 0 (right) to the left. Longer than the scale: a notch at its end. Read as a number. */
import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { gapName } from '../text/result/summary-words.js';

const WIDTH = 96;
const HEIGHT = 6;

export class GapBar extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      width: ${WIDTH}px;
      max-width: 100%;
    }

    svg {
      display: block;
      width: 100%;
      height: 14px;
    }
  `;

  @property({ type: Number }) value = 0;
  /** Value at the left end. */
  @property({ type: Number }) lowest = -3;

  protected override render(): TemplateResult {
    const share = Math.min(1, Math.max(0, this.value / this.lowest));
    const left = WIDTH * (1 - share);
    const top = (14 - HEIGHT) / 2;
    const clipped = this.value < this.lowest;
    return html`<svg viewBox="0 0 ${WIDTH} 14" preserveAspectRatio="none" role="img" aria-label=${gapName(this.value)}>
      <line x1="0" y1="7" x2=${WIDTH} y2="7" stroke="var(--q-rule)" stroke-width="1" />
      <rect x=${left} y=${top} width=${WIDTH - left} height=${HEIGHT} fill="var(--q-plum)" />
      ${clipped ? svg`<path d="M 5 ${top - 1} l 4 0 l -4 ${HEIGHT + 2} l -4 0 z" fill="var(--q-surface)" />` : nothing}
      <line x1=${WIDTH - 0.5} y1="1" x2=${WIDTH - 0.5} y2="13" stroke="var(--q-ink)" stroke-width="1" />
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-gap-bar': GapBar;
  }
}
