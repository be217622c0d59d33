/**
 * `<quals-look-marks>`: a summary with the marks of a first look. A wavy line is a strong mark, a dotted line a weak one; the shade only
 * supports the line. QUALS uses other lines, because its scale is another one.
 */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { MarkLevels } from '../../core/first-look/mark-levels.js';
import type { ScoredSpan } from '../../core/first-look/word-marks.js';
import { hostStyles } from '../../styles/host-styles.js';
import { LEVELS } from '../../text/form/first-look-words.js';
import { markPieces } from './mark-pieces.js';

export class LookMarks extends LitElement {
  static override styles = [
    hostStyles,
    css`
      .text {
        color: var(--q-ink);
        font: var(--look-font, 1rem/1.75rem var(--q-serif));
        overflow-wrap: anywhere;
      }

      .text span {
        white-space: pre-line;
      }

      .strong,
      .weak {
        text-decoration: underline;
        text-decoration-color: var(--q-plum);
        text-decoration-skip-ink: none;
        text-underline-offset: 0.22em;
        transition: opacity var(--q-fade);
      }

      .strong {
        background: var(--q-gap3);
        text-decoration-style: wavy;
        text-decoration-thickness: 1.5px;
      }

      .weak {
        background: var(--q-gap1);
        text-decoration-style: dotted;
        text-decoration-thickness: 2px;
      }

      /* Thinner lines without a shade, and ink of full contrast: the words are still to be read. */
      :host([stale]) .strong,
      :host([stale]) .weak {
        background: none;
        text-decoration-color: var(--q-strong);
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--q-s1) var(--q-s4);
        margin-top: var(--q-s2);
        padding: 0;
        color: var(--q-ink2);
        font: 0.75rem/1.25rem var(--q-sans);
        list-style: '';
      }

      @media (forced-colors: active) {
        .strong {
          font-weight: 700;
        }
      }
    `,
  ];

  @property() text = '';
  /** In order; spans of `text`. */
  @property({ attribute: false }) words: readonly ScoredSpan[] = [];
  @property({ attribute: false }) levels: MarkLevels | undefined;
  /** The marks are those of a text before its last edit. */
  @property({ type: Boolean, reflect: true }) stale = false;

  protected override render(): TemplateResult {
    const pieces = markPieces(this.text, this.words, this.levels);
    const present = (['strong', 'weak'] as const).filter((level) => pieces.some((piece) => piece.level === level));
    return html`
      <p class="text" dir="auto">${pieces.map(({ text, level }) => html`<span class=${level}>${text}</span>`)}</p>
      ${
        present.length > 0
          ? html`<ul aria-label=${LEVELS.label}>
              ${present.map((level) => html`<li><span class=${level}>${LEVELS[level]}</span></li>`)}
            </ul>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-look-marks': LookMarks;
  }
}
