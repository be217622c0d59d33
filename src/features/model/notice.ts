/** A notice in the one place under the Summary field where the model, faults and stops are spoken of. */
import { html, type TemplateResult } from 'lit';
import '../../components/notice-box.js';

export interface Notice {
  readonly tone: 'notice' | 'stopped';
  readonly title: string;
  readonly reason: string;
  readonly detail?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export function noticeTemplate({ tone, title, reason, detail = '', action }: Notice): TemplateResult {
  return html`<notice-box .tone=${tone} .heading=${title} .detail=${detail}>
    <p>${reason}</p>
    ${
      action
        ? html`<button slot="actions" type="button" class="primary" @click=${action.run}>${action.label}</button>`
        : null
    }
  </notice-box>`;
}
