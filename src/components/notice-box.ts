/**
 * `<quals-notice-box>`: something a person should know or decide. Default slot: what happened; slot `actions`: buttons, the main one first;
 * `detail`: for a developer, behind a disclosure. A box of tone `stopped` is announced when it appears.
 */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { focusRing } from '../styles/focus-ring.js';
import { hostStyles } from '../styles/host-styles.js';
import { NOTICE } from '../text/page/component-words.js';

export type NoticeTone = 'notice' | 'stopped';

export class NoticeBox extends LitElement {
  static override styles = [
    hostStyles,
    focusRing,
    css`
      section {
        padding: var(--q-s4) 1.25rem 1.125rem;
        border: 1px solid var(--q-strong);
        border-top: 3px solid var(--q-ink);
        background: var(--q-surface);
        color: var(--q-ink2);
        font: 0.875rem/1.25rem var(--q-sans);
      }

      section.stopped {
        border-top-color: var(--q-err);
      }

      .kind {
        font-size: 0.75rem;
        line-height: 1.0625rem;
        font-weight: 600;
      }

      .stopped .kind {
        color: var(--q-err);
      }

      h3 {
        margin: 0.125rem 0 0.375rem;
        color: var(--q-ink);
        font: 600 1rem/1.375rem var(--q-sans);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--q-s2) var(--q-s3);
      }

      .actions.filled {
        margin-top: var(--q-s4);
      }

      details {
        margin-top: var(--q-s3);
        font-size: 0.8125rem;
        line-height: 1.1875rem;
      }

      summary {
        width: fit-content;
        min-height: var(--q-target);
        align-content: center;
        cursor: pointer;
      }

      pre {
        margin: var(--q-s2) 0 0;
        font: 0.75rem/1.125rem var(--q-mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() tone: NoticeTone = 'notice';
  @property() heading = '';
  /** Technical details; '' for none. */
  @property() detail = '';

  protected override render(): TemplateResult {
    return html`
      <section class=${this.tone} role=${this.tone === 'stopped' ? 'alert' : 'group'} aria-label=${this.heading}>
        <p class="kind">${NOTICE[this.tone]}</p>
        <h3>${this.heading}</h3>
        <slot></slot>
        <div class="actions"><slot name="actions" @slotchange=${this.onActions}></slot></div>
        ${
          this.detail
            ? html`<details>
                <summary>${NOTICE.details}</summary>
                <pre>${this.detail}</pre>
              </details>`
            : nothing
        }
      </section>
    `;
  }

  private readonly onActions = (event: Event): void => {
    const slot = event.target as HTMLSlotElement;
    slot.parentElement?.classList.toggle('filled', slot.assignedElements().length > 0);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-notice-box': NoticeBox;
  }
}
