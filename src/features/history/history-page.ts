/** Finished results that this device keeps: find, open, pin, rename, delete. */
import { html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { findItems, NO_FILTER } from '../../state/history/find-items.js';
import type { HistoryState, Removed } from '../../state/history/history-state.js';
import type { HistoryItem } from '../../state/history/history-entry.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/history/history-words.js';
import type { HistoryTools } from './history-tools.js';
import './history-page.css';
import './history-row.css';
import './history-tools.css';

/** Rows that are drawn at once: a list of a thousand would take a second. */
const PAGE = 100;

export class HistoryPage extends StateElement {
  @state() private filter = NO_FILTER;
  @state() private limit = PAGE;
  /** The last deleted entry, until another is deleted or it is back. */
  @state() private removed: Removed | undefined;
  @state() private said = '';
  /** Read at the first search; undefined before. */
  @state() private texts: ReadonlyMap<string, unknown> | undefined;

  @query('quals-history-tools') private tools?: HistoryTools;
  @query('.undo button') private undo?: HTMLElement;
  @query('h2') private heading?: HTMLElement;

  private readonly history = this.watch(({ $history }) => $history);
  private seen: HistoryState['items'];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.state.history.read();
  }

  /** A file that was dropped on the page. */
  async openFile(file: File): Promise<void> {
    await this.tools?.openFile(file);
  }

  protected override firstUpdated(): void {
    if (this.mayTakeFocus()) this.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  /** Texts of a list that has changed are read again. */
  protected override willUpdate(): void {
    const { items } = this.history.value;
    if (this.filter.text.trim() === '' || items === this.seen) return;
    this.seen = items;
    void this.state.history.readTexts().then((texts) => (this.texts = texts));
  }

  protected override render(): TemplateResult {
    const state = this.history.value;
    const { place, items, notice } = state;
    return html`
      <header>
        <h1 tabindex="-1">${words.TITLE}</h1>
        <p class="lede">${words.LEDE}</p>
      </header>
      ${place === 'device' ? null : html`<p class="place">${words.placeWords(state)}</p>`}
      ${notice ? this.renderNotice(notice) : null}
      ${
        place === 'none'
          ? null
          : html`<div class="history-columns">
              <div>${items ? this.renderList(items, state.isOn) : html`<p class="note">${words.READING}</p>`}</div>
              <quals-history-tools></quals-history-tools>
            </div>`
      }
    `;
  }

  private renderNotice(notice: NonNullable<HistoryState['notice']>): TemplateResult {
    const { title, text } = words.noticeWords(notice);
    return html`<quals-notice-box .heading=${title} .detail=${notice.kind === 'failed' ? notice.detail : ''}>
      <p>${text}</p>
      <button slot="actions" type="button" @click=${() => this.state.history.closeNotice()}>
        ${words.NOTICE_CLOSE}
      </button>
    </quals-notice-box>`;
  }

  private renderList(items: readonly HistoryItem[], isOn: boolean): TemplateResult {
    const found = findItems(items, this.filter, this.texts);
    const hidden = found.length - this.limit;
    return html`
      ${
        items.length
          ? html`<quals-history-find .filter=${this.filter} @filter-change=${this.onFilter}></quals-history-find>`
          : null
      }
      ${this.renderUndo()}
      <header class="section-head">
        <h2 tabindex="-1">${words.LIST}</h2>
        <span role="status">${words.shownOf(found.length, items.length)}</span>
      </header>
      ${items.length === 0 ? html`<p class="none">${isOn ? words.EMPTY : words.EMPTY_OFF}</p>` : null}
      ${
        items.length > 0 && found.length === 0
          ? html`<p class="none">
              ${words.NONE_FOUND}
              <button type="button" class="inline" @click=${() => (this.filter = NO_FILTER)}>
                ${words.FIND.reset}
              </button>
            </p>`
          : null
      }
      <ol class="plain history-list" @history-remove=${this.onRemove}>
        ${repeat(
          found.slice(0, this.limit),
          ({ id }) => id,
          (item) => html`<li><quals-history-row .item=${item}></quals-history-row></li>`,
        )}
      </ol>
      ${
        hidden > 0
          ? html`<button type="button" @click=${() => (this.limit += PAGE)}>
              ${words.more(Math.min(PAGE, hidden))}
            </button>`
          : null
      }
    `;
  }

  private renderUndo(): TemplateResult {
    return html`<p class="undo" role="status">
      ${this.said} ${this.removed ? html`<button type="button" @click=${this.onUndo}>${words.UNDO}</button>` : null}
    </p>`;
  }

  private readonly onFilter = ({ detail }: HTMLElementEventMap['filter-change']): void => {
    this.filter = detail;
    this.limit = PAGE;
  };

  /** The row and its button disappear: the focus moves to Undo. */
  private readonly onRemove = async ({ detail }: CustomEvent<HistoryItem>): Promise<void> => {
    this.removed = await this.state.history.remove(detail);
    if (!this.removed) return;
    this.said = words.removed(this.removed.title || words.UNTITLED);
    await this.updateComplete;
    this.undo?.focus();
  };

  private readonly onUndo = async (): Promise<void> => {
    const { removed } = this;
    if (!removed || !(await this.state.history.restore(removed))) return;
    this.said = words.restored(removed.title || words.UNTITLED);
    this.removed = undefined;
    await this.updateComplete;
    this.heading?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-history-page': HistoryPage;
  }
}
