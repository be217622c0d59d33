/**
 * The rows of a batch: sorted, filtered, searched; only those in view are in the document. One tab stop: arrows move the
 * active row, Enter opens its full result.
 */
import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { setStyles } from '../../../styles/set-styles.js';
import { MediaController } from '../../../charts/media-controller.js';
import type { SortColumn, StoredBatch, TableView } from '../../../state/batch/batch.js';
import { type BatchEntry, statusOf } from '../../../state/batch/batch-entry.js';
import { RunRefusal } from '../../../state/run-refusal.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/batch/table-words.js';
import { openRow } from './open-row.js';
import { headCell, rowCells } from './row-cells.js';
import { ShownRows } from './shown-rows.js';
import { movedTo } from './table-keys.js';
import { hasResult, whyNot } from './why-not.js';

/** Pixels. Rows of one height need no measuring while they scroll. */
const ROW = { wide: 35, narrow: 76 } as const;
const NARROW = '(max-width: 44.99em)';
const OVERSCAN = 8;
/** aria-rowindex counts from 1, and the head is a row. */
const FIRST_ROW_INDEX = 2;

export class RowsTable extends StateElement {
  @property({ attribute: false }) batch!: StoredBatch;

  @query('.rows-scroll') private scroller!: HTMLElement;

  private readonly entries = this.watch(({ $batchEntries }) => $batchEntries);
  private readonly view = this.watch(({ $batchView }) => $batchView);
  private readonly run = this.watch(({ $batchRun }) => $batchRun);
  private readonly narrow = new MediaController(this, NARROW);
  private readonly choice = this.watch(({ $choice }) => $choice);
  private readonly shown = new ShownRows(this);
  /** Why a row was not opened just now. */
  private readonly refusal = new RunRefusal(this, () => this.state);
  private readonly virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    getScrollElement: () => this.scroller ?? null,
    count: 0,
    estimateSize: () => this.rowHeight(),
    overscan: OVERSCAN,
  });
  /** Pixels that the table is scrolled by. */
  private top = 0;
  private height = 0;
  private lastView: TableView | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const { scroll } = this.view.value;
    this.state.changeView({ scroll: { ...scroll, table: this.top } });
  }

  protected override firstUpdated(): void {
    this.scroller.scrollTop = this.view.value.scroll.table;
  }

  /** The virtualiser keeps places that it computed with another height. */
  protected override willUpdate(): void {
    const height = this.rowHeight();
    if (this.height !== 0 && this.height !== height) this.virtual.getVirtualizer().measure();
    this.height = height;
  }

  /** Other rows, or another order, begin at the top. */
  protected override updated(): void {
    const { lastView: last } = this;
    const view = this.view.value;
    this.lastView = view;
    if (last && (['filter', 'search', 'range', 'sort'] as const).some((part) => last[part] !== view[part]))
      this.scroller.scrollTop = 0;
  }

  protected override render(): TemplateResult {
    const rows = this.shown.of(this.entries.value, this.view.value, this.choice.value);
    return html`
      <quals-rows-filters></quals-rows-filters>
      ${this.renderGrid(rows)}
      ${this.refusal.reason ? html`<p class="fault" role="alert">${this.refusal.reason}</p>` : null}
      <p class="note" role="status">${words.tableFoot(rows.length, this.batch.rows)}</p>
    `;
  }

  private renderGrid(rows: readonly BatchEntry[]): TemplateResult {
    const virtualizer = this.virtual.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: rows.length, estimateSize: () => this.rowHeight() });
    const items = virtualizer.getVirtualItems();
    const active = this.activePlace(rows);
    const isDrawn = items.some(({ index }) => index === active);
    return html`
      <div
        class="rows-scroll ${this.shown.hasSystem ? 'has-system' : ''} ${this.batch.columns.label === null ? '' : 'has-label'}"
        role="grid"
        tabindex="0"
        aria-labelledby=${this.idOf('batch-rows')}
        aria-rowcount=${rows.length + 1}
        aria-activedescendant=${isDrawn ? this.rowId(active) : nothing}
        @keydown=${(event: KeyboardEvent) => this.onKey(event, rows)}
        @click=${(event: Event) => this.onClick(event, rows)}
        @scroll=${this.onScroll}
      >
        <div class="head-row" role="row" aria-rowindex="1">
          ${headCell(this.view.value.sort, (column) => this.sortBy(column))}
        </div>
        <div class="rows" role="rowgroup" style=${setStyles({ height: `${virtualizer.getTotalSize()}px` })}>
          ${items.map(({ index, start }) => this.renderRow(rows[index], index, start, index === active))}
        </div>
        ${rows.length === 0 ? html`<p class="nothing">${words.NOTHING_FITS}</p>` : null}
      </div>
    `;
  }

  private renderRow(entry: BatchEntry | undefined, place: number, start: number, isActive: boolean): TemplateResult {
    if (!entry) return html``;
    const run = this.run.value;
    const phase = run.kind === 'scoring' && run.index === entry.index ? run.phase : undefined;
    return html`<div
      id=${this.rowId(place)}
      class="row ${isActive ? 'active' : ''} ${hasResult(entry) || statusOf(entry) === 'failed' ? 'opens' : ''}"
      role="row"
      aria-rowindex=${place + FIRST_ROW_INDEX}
      aria-selected=${isActive ? 'true' : 'false'}
      style=${setStyles({ transform: `translateY(${start}px)`, height: `${this.rowHeight()}px` })}
    >
      ${rowCells(entry, phase)}
    </div>`;
  }

  private activePlace(rows: readonly BatchEntry[]): number {
    const { active } = this.view.value;
    return active === undefined ? -1 : rows.findIndex(({ index }) => index === active);
  }

  private rowId(place: number): string {
    return this.idOf(`batch-row-${place}`);
  }

  private rowHeight(): number {
    return this.narrow.matches ? ROW.narrow : ROW.wide;
  }

  /** Again: the other way round. Scores begin with the lowest. */
  private sortBy(column: SortColumn): void {
    const { sort } = this.view.value;
    this.state.changeView({ sort: { column, descending: sort.column === column && !sort.descending } });
  }

  /** Noted without a new render: the virtualiser draws what scrolls in. */
  private readonly onScroll = (): void => void (this.top = this.scroller.scrollTop);

  private onKey(event: KeyboardEvent, rows: readonly BatchEntry[]): void {
    if (event.target !== event.currentTarget) return;
    const at = this.activePlace(rows);
    if (event.key === 'Enter') {
      const entry = rows[at];
      if (entry) void this.open(entry);
      return;
    }
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / this.rowHeight()) - 2);
    const to = movedTo(event.key, at, rows.length, page);
    if (to === undefined) return;
    event.preventDefault();
    this.state.changeView({ active: rows[to]?.index });
    this.virtual.getVirtualizer().scrollToIndex(to);
  }

  private onClick({ target }: Event, rows: readonly BatchEntry[]): void {
    const row = target instanceof Element ? target.closest('.row') : null;
    const place = Number(row?.getAttribute('aria-rowindex')) - FIRST_ROW_INDEX;
    const entry = row ? rows[place] : undefined;
    if (!entry) return;
    this.state.changeView({ active: entry.index });
    void this.open(entry);
  }

  private async open(entry: BatchEntry): Promise<void> {
    this.refuse(whyNot(this.state, entry), entry);
    this.state.changeView({ active: entry.index, scroll: { table: this.scroller.scrollTop, page: scrollY } });
    if (!this.refusal.reason && hasResult(entry) && !(await openRow(this, this.state, this.batch, entry)))
      this.refuse(whyNot(this.state, entry) || words.NOT_STORED, entry);
    if (!this.refusal.reason) return;
    await this.updateComplete;
    this.querySelector('.fault')?.scrollIntoView({ block: 'nearest' });
  }

  private refuse(reason: string, entry: BatchEntry): void {
    this.refusal.set(reason, () => reason === words.NOT_STORED || whyNot(this.state, entry) !== '');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-batch-table': RowsTable;
  }
}
