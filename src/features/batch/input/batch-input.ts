/** Choosing rows: a file, a drop, a paste, or a batch that this device has. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BatchInput as Input, StoredBatch } from '../../../state/batch/batch.js';
import { readBatches, readEntries } from '../../../state/batch/stored-batch.js';
import { StateElement } from '../../../state/state-element.js';
import { inputProblem } from '../../../text/batch/input-fault-words.js';
import * as words from '../../../text/batch/input-words.js';
import { readHead } from '../../../state/batch/read-head.js';

export class BatchInput extends StateElement {
  /** Why the last input was not read; '' for no problem. */
  @property() problem = '';

  @state() private stored: readonly StoredBatch[] = [];
  /** The batch whose deletion is asked about. */
  @state() private doomed = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.readStored();
  }

  protected override render(): TemplateResult {
    return html`
      <h1 tabindex="-1">${words.BATCH_TITLE}</h1>
      <p class="lede">${words.BATCH_LEDE}</p>
      ${
        this.problem
          ? html`<p class="fault" role="alert"><strong>${words.CANNOT_READ}</strong> ${this.problem}</p>`
          : null
      }
      <quals-choose-rows @rows-chosen=${this.onRows}></quals-choose-rows>
      ${this.stored.length > 0 ? this.renderStored() : null}
    `;
  }

  private renderStored(): TemplateResult {
    return html`<section class="stored-sets" aria-labelledby=${this.idOf('batch-stored')}>
      <h2 id=${this.idOf('batch-stored')}>${words.STORED_TITLE}</h2>
      <ul class="plain">
        ${this.stored.map(
          (batch, place) =>
            html`<li>
              <span class="name">${batch.name}</span>
              <span class="note">${words.storedNote(batch.rows, batch.createdAt)}</span>
              ${this.doomed === batch.id ? this.renderDoomed(batch, place) : this.renderActions(batch)}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderActions(batch: StoredBatch): TemplateResult {
    return html`<span class="actions">
      <button type="button" aria-label="${words.OPEN} ${batch.name}" @click=${() => this.open(batch)}>
        ${words.OPEN}
      </button>
      <button type="button" class="quiet" aria-label="${words.DELETE} ${batch.name}" @click=${() => this.ask(batch)}>
        ${words.DELETE}
      </button>
    </span>`;
  }

  private renderDoomed(batch: StoredBatch, place: number): TemplateResult {
    return html`<span class="actions" role="group" aria-label=${words.DELETE_SURE}>
      <span>${words.DELETE_SURE}</span>
      <button type="button" @click=${() => this.delete(batch, place)}>${words.DELETE}</button>
      <button type="button" class="keep" @click=${() => this.keep(place)}>${words.KEEP}</button>
    </span>`;
  }

  private async readStored(): Promise<void> {
    try {
      this.stored = await readBatches(this.state.batchDatabase);
    } catch {
      this.state.$storage.set('refused');
    }
  }

  private async open(batch: StoredBatch): Promise<void> {
    try {
      this.state.openBatch(batch, await readEntries(this.state.batchDatabase, batch.id));
    } catch (error) {
      this.state.$batch.set({ kind: 'choose', problem: inputProblem(error, batch.name) });
    }
  }

  /** The question takes the place of its button. A second press of the key deletes nothing. */
  private async ask({ id }: StoredBatch): Promise<void> {
    this.doomed = id;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.stored-sets .keep')?.focus();
  }

  private async keep(place: number): Promise<void> {
    this.doomed = '';
    await this.updateComplete;
    this.focusRow(place, 'button.quiet');
  }

  private async delete(batch: StoredBatch, place: number): Promise<void> {
    await this.state.batchDatabase.deleteBatch(batch.id).catch(() => this.state.$storage.set('refused'));
    await this.state.history.removeBatch(batch.id);
    await this.readStored();
    this.doomed = '';
    await this.updateComplete;
    if (document.activeElement === document.body) this.focusRow(place, 'button');
  }

  /** The row at this place, or the last; without rows, the heading. */
  private focusRow(place: number, button: string): void {
    const rows = this.querySelectorAll('.stored-sets li');
    const row = rows[Math.min(place, rows.length - 1)];
    (row ?? this).querySelector<HTMLElement>(row ? button : 'h1')?.focus();
  }

  private readonly onRows = async ({ detail }: CustomEvent<Input>): Promise<void> => {
    this.problem = '';
    this.state.$batch.set(await readHead(detail));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-batch-input': BatchInput;
  }
}
