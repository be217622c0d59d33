/** `<quals-disclosure-box>`: more to read, on demand. `toggle` fires as on a native `<details>`; open is a property. */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { focusRing } from '../styles/focus-ring.js';
import { hostStyles } from '../styles/host-styles.js';

export class DisclosureBox extends LitElement {
  static override styles = [
    hostStyles,
    focusRing,
    css`
      summary {
        display: flex;
        align-items: baseline;
        gap: var(--q-s2);
        min-height: max(2rem, var(--q-target));
        padding-block: 0.375rem;
        color: var(--q-ink);
        font: 600 0.875rem/1.25rem var(--q-sans);
        list-style: none;
        cursor: pointer;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      summary::before {
        content: '' / '';
        flex: none;
        width: 0.4375rem;
        height: 0.4375rem;
        margin-inline: 0.125rem 0.25rem;
        border: solid currentcolor;
        border-width: 0 1.5px 1.5px 0;
        transform: translateY(-1px) rotate(-45deg);
        transition: transform var(--q-fade);
      }

      details[open] > summary::before {
        transform: translateY(-3px) rotate(45deg);
      }

      .note {
        color: var(--q-ink3);
        font-weight: 400;
        font-size: 0.8125rem;
      }

      /* The note wraps below the heading; neither wraps below the arrow. */
      .words {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--q-s2);
        min-width: 0;
      }

      .words > span {
        min-width: 0;
      }
    `,
  ];

  @property() heading = '';
  /** Text next to the heading, for instance a count. */
  @property() note = '';
  @property({ type: Boolean, reflect: true }) open = false;

  protected override render(): TemplateResult {
    return html`
      <details ?open=${this.open} @toggle=${this.onToggle}>
        <summary>
          <span class="words">
            <span>${this.heading}</span>
            ${this.note ? html`<span class="note">${this.note}</span>` : nothing}
          </span>
        </summary>
        <slot></slot>
      </details>
    `;
  }

  private readonly onToggle = (event: Event): void => {
    this.open = (event.target as HTMLDetailsElement).open;
    this.dispatchEvent(new Event('toggle'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-disclosure-box': DisclosureBox;
  }
}
