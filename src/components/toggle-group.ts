/**
 * `<quals-toggle-group>`: one of a few choices, all of them seen. Native radio buttons underneath, so keys, forms of speech and forced
 * colours come from the browser. Fires `toggle-change` after a person's choice.
 */
import { LitElement, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { hostStyles } from '../styles/host-styles.js';
import { visuallyHidden } from '../styles/visually-hidden.js';

export interface ToggleOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
  /** Shown as a tooltip. */
  readonly hint?: string;
}

export class ToggleChangeEvent extends Event {
  constructor(readonly value: string) {
    super('toggle-change', { bubbles: true, composed: true });
  }
}

export class ToggleGroup extends LitElement {
  static override styles = [
    hostStyles,
    visuallyHidden,
    css`
      :host {
        display: inline-block;
      }

      fieldset {
        display: flex;
        flex-wrap: wrap;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 1px solid var(--q-strong);
        border-radius: var(--q-radius);
        background: var(--q-surface);
      }

      label {
        position: relative;
        display: grid;
        flex: 1 1 auto;
        place-items: center;
        min-height: max(1.75rem, var(--q-target));
        min-width: var(--q-target);
        padding: 0.1875rem 0.75rem;
        border-inline-start: 1px solid var(--q-rule);
        color: var(--q-ink2);
        font: 400 0.8125rem/1.25rem var(--q-sans);
        text-align: center;
        white-space: nowrap;
        cursor: pointer;
        touch-action: manipulation;
      }

      label:first-of-type {
        border-inline-start: 0;
        border-start-start-radius: 2px;
        border-end-start-radius: 2px;
      }

      label:last-of-type {
        border-start-end-radius: 2px;
        border-end-end-radius: 2px;
      }

      label:hover {
        color: var(--q-ink);
      }

      /* Bold text takes the same space as regular, so that nothing moves. */
      label::after {
        content: attr(data-label) / '';
        height: 0;
        visibility: hidden;
        overflow: hidden;
        font-weight: 600;
      }

      label:has(:checked) {
        background: var(--q-sel);
        color: var(--q-ink);
        font-weight: 600;
      }

      label:has(:focus-visible) {
        z-index: 1;
        outline: 2px solid var(--q-ink);
        outline-offset: 2px;
      }

      label:has(:disabled) {
        color: var(--q-ink3);
        cursor: default;
      }

      @media (forced-colors: active) {
        label:has(:checked) {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }

        label:has(:disabled) {
          color: GrayText;
        }
      }
    `,
  ];

  /** What is being chosen; for screen readers. */
  @property() label = '';
  @property({ attribute: false }) options: readonly ToggleOption[] = [];
  @property() value = '';

  private static made = 0;
  /** WebKit's Tab key skips each group that has the same name as the focused one, also in another shadow root. */
  private readonly groupName = `choice-${ToggleGroup.made++}`;

  protected override render(): TemplateResult {
    return html`
      <fieldset role="radiogroup" aria-label=${this.label}>
        ${this.options.map(
          ({ value, label, disabled = false, hint = '' }) => html`
            <label data-label=${label} title=${hint}>
              <input
                class="visually-hidden"
                type="radio"
                name=${this.groupName}
                .value=${value}
                .checked=${live(value === this.value)}
                ?disabled=${disabled}
                @change=${() => this.choose(value)}
              />
              <span>${label}</span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  private choose(value: string): void {
    this.value = value;
    this.dispatchEvent(new ToggleChangeEvent(value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-toggle-group': ToggleGroup;
  }
  interface GlobalEventHandlersEventMap {
    'toggle-change': ToggleChangeEvent;
  }
}
