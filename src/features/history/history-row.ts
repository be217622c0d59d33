/** One entry of the history: its title opens it. Fires `history-open` and `history-remove`. */
import { html, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import type { StoredBatch } from '../../state/batch/batch.js';
import { readBatch } from '../../state/batch/stored-batch.js';
import type { HistoryEntry, HistoryItem } from '../../state/history/history-entry.js';
import { RunRefusal } from '../../state/run-refusal.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/history/history-words.js';
import { notReadToOpen } from '../../text/page/page-words.js';
import { type Opened, refusalOf } from './refusal.js';

/** What is opened: one result, the results of a comparison or a batch, or a batch that the batch page has. */
export type OpenedEntry = { readonly id: string; readonly title: string } & (
  | { readonly kind: HistoryEntry['kind']; readonly records: readonly [ResultRecord, ...ResultRecord[]] }
  | { readonly kind: 'batch'; readonly batch: StoredBatch; readonly records?: undefined }
);

export class HistoryRow extends StateElement {
  @property({ attribute: false }) item?: HistoryItem;

  @state() private isRenaming = false;

  @query('input') private input?: HTMLInputElement;
  @query('.open') private opener?: HTMLElement;

  /** Why the entry was not opened just now. */
  private readonly refusal = new RunRefusal(this, () => this.state);

  protected override render(): TemplateResult | null {
    const { item } = this;
    if (!item) return null;
    const { entry, fault } = item;
    const title = item.title || words.UNTITLED;
    return html`
      <div class="what">
        ${this.isRenaming ? this.renderName(title) : this.renderTitle(title, entry)}
        ${entry ? html`<p class="note">${words.factsOf(entry)}</p>` : null}
        ${fault ? html`<p class="fault">${words.faultWords(fault)}</p>` : null}
        ${this.refusal.reason ? html`<p class="fault" role="alert">${this.refusal.reason}</p>` : null}
      </div>
      ${entry ? renderScore(entry) : html`<div class="score"></div>`}
      <div class="row-actions">
        ${entry ? this.renderPin(entry, title) : null}
        ${entry ? this.renderAction(words.ACTIONS.rename, title, this.rename) : null}
        ${this.renderAction(words.ACTIONS.remove, title, () => this.askRemoval(item))}
      </div>
    `;
  }

  private renderTitle(title: string, entry: HistoryEntry | undefined): TemplateResult {
    const pin = entry?.pinned ? html`<span class="pinned">${words.PINNED}</span>` : null;
    if (!entry) return html`<h3 class="title" dir="auto">${title}</h3>`;
    return html`<h3 class="title">
      <button type="button" class="open" dir="auto" @click=${() => this.open(entry)}>${title}</button>
      ${pin}
    </h3>`;
  }

  private renderName(title: string): TemplateResult {
    return html`<form class="rename" @submit=${this.onName} @keydown=${this.onNameKey}>
      <input aria-label=${words.actionOn(words.ACTIONS.newTitle, title)} .value=${title} maxlength="300" required />
      <button type="submit">${words.ACTIONS.save}</button>
      <button type="button" class="quiet" @click=${this.endRename}>${words.ACTIONS.cancel}</button>
    </form>`;
  }

  private renderPin({ pinned }: HistoryEntry, title: string): TemplateResult {
    const pin = (): Promise<boolean> => this.state.history.pin(this.item?.id ?? '', !pinned);
    return this.renderAction(pinned ? words.ACTIONS.unpin : words.ACTIONS.pin, title, () => void pin());
  }

  private renderAction(action: string, title: string, run: () => void): TemplateResult {
    return html`<button type="button" class="quiet" aria-label=${words.actionOn(action, title)} @click=${run}>
      ${action}
    </button>`;
  }

  private async open(entry: HistoryEntry): Promise<void> {
    const { kind, batch } = entry;
    const { id = '', title = '' } = this.item ?? {};
    if (this.isRefused(entry)) return;
    try {
      if (batch !== undefined) return await this.openBatch(id, title, batch);
      const decoded = await this.state.history.readRecords(id);
      if (decoded.ok) this.send({ id, title, kind, records: decoded.records });
    } catch {
      this.state.$notOpened.set(notReadToOpen(title));
    }
  }

  private async openBatch(id: string, title: string, name: string): Promise<void> {
    const batch = await readBatch(this.state.batchDatabase, name);
    if (batch) this.send({ id, title, kind: 'batch', batch });
    else await this.state.history.reportFault(id, { kind: 'gone' });
  }

  private send(detail: OpenedEntry): void {
    // A run may have begun while the entry was read.
    if (this.isRefused({ kind: detail.kind, results: detail.records?.length })) return;
    this.dispatchEvent(new CustomEvent('history-open', { bubbles: true, detail }));
  }

  private isRefused(opened: Opened): boolean {
    const reason = refusalOf(this.state, opened);
    this.refusal.set(reason, () => refusalOf(this.state, opened) !== '');
    return reason !== '';
  }

  private askRemoval(item: HistoryItem): void {
    this.dispatchEvent(new CustomEvent('history-remove', { bubbles: true, detail: item }));
  }

  private readonly rename = async (): Promise<void> => {
    this.isRenaming = true;
    await this.updateComplete;
    this.input?.select();
  };

  private readonly onName = async (event: Event): Promise<void> => {
    event.preventDefault();
    const title = this.input?.value.trim() ?? '';
    if (title !== '') await this.state.history.rename(this.item?.id ?? '', title);
    await this.endRename();
  };

  private readonly onNameKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') void this.endRename();
  };

  private readonly endRename = async (): Promise<void> => {
    this.isRenaming = false;
    await this.updateComplete;
    this.opener?.focus();
  };
}

function renderScore(entry: HistoryEntry): TemplateResult {
  const { lowest } = entry;
  return html`<div class="score">
    ${lowest === null ? null : html`<quals-gap-bar aria-hidden="true" .value=${lowest}></quals-gap-bar>`}
    <span class=${lowest === null ? 'faint' : 'number'}>${words.scoresOf(entry)}</span>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-history-row': HistoryRow;
  }
  interface HTMLElementEventMap {
    'history-open': CustomEvent<OpenedEntry>;
    'history-remove': CustomEvent<HistoryItem>;
  }
}
