/** A notice under the Summary field, about the model, a fault or a stop. */
import { html, type TemplateResult } from 'lit';

export interface Notice {
  readonly tone: 'notice' | 'stopped';
  readonly title: string;
  readonly reason: string;
  readonly detail?: string;
  /** The main one first. */
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

export function noticeTemplate({ tone, title, reason, detail = '', actions = [] }: Notice): TemplateResult {
  return html`<quals-notice-box .tone=${tone} .heading=${title} .detail=${detail}>
    <p>${reason}</p>
    ${actions.map(
      ({ label, run }, index) =>
        html`<button slot="actions" type="button" class=${index === 0 ? 'primary' : ''} @click=${run}>
          ${label}
        </button>`,
    )}
  </quals-notice-box>`;
}
