/**
 * `<quals-counted-textarea>`: a labelled text field with a counter that the page fills. The native `input` event crosses the shadow root:
 * listen for it and read `value`. `focus()` goes to the field.
 */
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { focusRing } from '../styles/focus-ring.js';
import { hostStyles } from '../styles/host-styles.js';
import { directionOf } from './element/text-direction.js';

export class CountedTextarea extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    hostStyles,
    focusRing,
    css`
      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--q-s3);
        margin-bottom: 0.375rem;
      }

      label {
        color: var(--q-ink);
        font: 600 0.875rem/1.25rem var(--q-sans);
      }

      .counter {
        color: var(--q-ink3);
        font: 0.8125rem/1.1875rem var(--q-sans);
        font-variant-numeric: tabular-nums;
        text-align: end;
      }

      textarea {
        display: block;
        width: 100%;
        min-height: 4.5rem;
        padding: 0.75rem 0.875rem;
        border: 1px solid var(--q-strong);
        border-radius: var(--q-radius);
        background: var(--q-surface);
        color: var(--q-ink);
        font: 1rem/1.625rem var(--q-serif);
        resize: vertical;
      }

      textarea::placeholder {
        color: var(--q-ink3);
        opacity: 1;
      }

      textarea[aria-invalid='true'] {
        border-color: var(--q-err);
        border-width: 2px;
      }

      textarea:read-only {
        background: var(--q-paper);
      }

      .problem {
        margin-top: 0.375rem;
        color: var(--q-err);
        font: 0.8125rem/1.1875rem var(--q-sans);
      }
    `,
  ];

  @property() label = '';
  @property() value = '';
  /** For instance "184 words"; read with the field, not announced at every key. */
  @property() counter = '';
  @property() placeholder = '';
  /** An error about the text; '' for none. */
  @property() problem = '';
  @property({ type: Number }) rows = 6;
  @property({ type: Boolean }) readonly = false;

  @query('textarea') private field!: HTMLTextAreaElement;

  /** Puts the caret at [start, end) and scrolls there. */
  select(start: number, end: number): void {
    this.field.focus();
    this.field.setSelectionRange(start, end);
  }

  protected override render(): TemplateResult {
    const described = [this.counter ? 'counter' : '', this.problem ? 'problem' : ''].filter(Boolean).join(' ');
    return html`
      <div class="head">
        <label for="field">${this.label}</label>
        <span class="counter" id="counter">${this.counter}</span>
      </div>
      <textarea
        id="field"
        dir=${directionOf(this.value)}
        rows=${this.rows}
        placeholder=${this.placeholder}
        aria-describedby=${described || nothing}
        aria-invalid=${this.problem ? 'true' : 'false'}
        ?readonly=${this.readonly}
        .value=${live(this.value)}
        @input=${this.onInput}
      ></textarea>
      ${this.problem ? html`<p class="problem" id="problem">${this.problem}</p>` : nothing}
    `;
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    // An unchanged value from the page must not move the caret.
    return !(changed.size === 1 && changed.has('value') && this.hasUpdated && this.field.value === this.value);
  }

  private readonly onInput = (): void => {
    this.value = this.field.value;
    this.field.dir = directionOf(this.value);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-counted-textarea': CountedTextarea;
  }
}
