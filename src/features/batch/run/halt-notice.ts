/** Why a run ended early, and what a person can do about it. */
import { html, type TemplateResult } from 'lit';
import type { HaltReason } from '../../../state/batch/batch.js';
import * as words from '../../../text/batch/halt-words.js';
import { CHANGE_COLUMNS } from '../../../text/batch/run-words.js';
import type { Again } from './rows-again.js';

export interface HaltActions {
  readonly begin: (again?: Again) => void;
  /** Whether the person is asked if all results may be deleted. */
  readonly ask: (asks: boolean) => void;
  readonly leave: () => void;
}

export function haltNotice(reason: HaltReason, asks: boolean, actions: HaltActions): TemplateResult {
  const { title, reason: why, detail } = words.haltWords(reason);
  return html`<quals-notice-box tone="stopped" .heading=${title} .detail=${detail}>
    <p>${why}</p>
    ${reason.kind === 'other-method' ? renderScoreAll(asks, actions) : null}
    ${
      reason.kind === 'gone'
        ? html`<button slot="actions" type="button" @click=${actions.leave}>${CHANGE_COLUMNS}</button>`
        : html`<button slot="actions" type="button" @click=${() => actions.begin()}>${words.AGAIN}</button>`
    }
  </quals-notice-box>`;
}

function renderScoreAll(asks: boolean, { begin, ask }: HaltActions): TemplateResult {
  if (!asks)
    return html`<button slot="actions" type="button" class="score-all" @click=${() => ask(true)}>
      ${words.SCORE_ALL_AGAIN}
    </button>`;
  return html`<span slot="actions" class="actions" role="group" aria-label=${words.SCORE_ALL_SURE}>
    <span>${words.SCORE_ALL_SURE}</span>
    <button type="button" @click=${() => begin('all')}>${words.SCORE_ALL_YES}</button>
    <button type="button" class="keep" @click=${() => ask(false)}>${words.SCORE_ALL_NO}</button>
  </span>`;
}
