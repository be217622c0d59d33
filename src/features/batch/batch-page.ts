/** The batch page: choose rows, confirm the columns, then the open batch. */
import { html, type TemplateResult } from 'lit';
import type { Columns } from '../../batch/columns/columns.js';
import type { BatchStep } from '../../state/batch/batch.js';
import { StateElement } from '../../state/state-element.js';
import { inputProblem } from '../../text/batch/input-fault-words.js';
import * as words from '../../text/batch/input-words.js';
import { storeInput } from './input/store-input.js';
import './batch.css';
// In this order: a later sheet may overrule an earlier one.
import './input/choose-rows.css';
import './input/columns.css';
import './run/run.css';
import './statistics/scores.css';
import './choice/choice.css';
import './table/rows-filters.css';
import './table/rows-table.css';
import './table/row-cells.css';
import './table/rows-narrow.css';

export class BatchPage extends StateElement {
  private readonly batch = this.watch(({ $batch }) => $batch);

  private lastKind = '';

  protected override firstUpdated(): void {
    const { scroll } = this.state.$batchView.get();
    const isBack = this.batch.value.kind === 'open' && this.state.$openedRow.get() !== undefined;
    this.state.$openedRow.set(undefined);
    if (!this.mayTakeFocus()) return;
    if (isBack) void this.returnTo(scroll.page);
    else this.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  /** A step replaces the part of the page that had the focus. */
  protected override async updated(): Promise<void> {
    const { kind } = this.batch.value;
    const before = this.lastKind;
    this.lastKind = kind;
    if (before === '' || before === kind || kind === 'reading') return;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (document.activeElement === document.body) this.querySelector<HTMLElement>('h1')?.focus();
  }

  private async returnTo(scroll: number): Promise<void> {
    // The parts get their height in their own first updates.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    this.querySelector<HTMLElement>('quals-batch-table [role="grid"]')?.focus({ preventScroll: true });
    scrollTo(0, scroll);
  }

  private readonly showRows = (): void => {
    this.querySelector('quals-batch-table')?.scrollIntoView({ block: 'start' });
    this.querySelector<HTMLElement>('quals-batch-table [role="grid"]')?.focus({ preventScroll: true });
  };

  protected override render(): TemplateResult {
    const step = this.batch.value;
    switch (step.kind) {
      case 'choose':
        return html`<quals-batch-input .problem=${step.problem ?? ''}></quals-batch-input>`;
      case 'columns':
        return html`<quals-batch-columns
          .step=${step}
          @columns-change=${({ detail }: CustomEvent<Columns>) =>
            this.state.$batch.set({ ...step, columns: detail, problem: undefined })}
          @columns-use=${() => this.use(step)}
          @columns-leave=${() => this.state.$batch.set({ kind: 'choose' })}
        ></quals-batch-columns>`;
      case 'reading':
        return html`<h1 tabindex="-1">${words.reading(step.name, step.rows)}</h1>
          <progress aria-label=${words.reading(step.name, 0)}></progress>`;
      case 'open':
        return html`
          <quals-batch-run .batch=${step.batch}></quals-batch-run>
          <quals-batch-scores></quals-batch-scores>
          <quals-batch-choice .batch=${step.batch} @show-rows=${this.showRows}></quals-batch-choice>
          <quals-batch-table .batch=${step.batch}></quals-batch-table>
        `;
    }
  }

  private async use(step: Extract<BatchStep, { readonly kind: 'columns' }>): Promise<void> {
    const { state } = this;
    const { input, columns } = step;
    const show = (rows: number): void => state.$batch.set({ kind: 'reading', name: input.name, rows });
    show(0);
    try {
      const { batch, entries } = await storeInput(input, columns, state.batchDatabase, show);
      state.openBatch(batch, entries);
    } catch (error) {
      state.$batch.set({ ...step, problem: inputProblem(error, input.name) });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-batch-page': BatchPage;
  }
}
