/** Choosing rows: a file, a drop, a paste, or a batch that this device has. */
import { html, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { StoredBatch } from '../../../state/batch/batch.js';
import { readBatches, readEntries } from '../../../state/batch/stored-batch.js';
import { StateElement } from '../../../state/state-element.js';
import { inputProblem } from '../../../text/batch/input-fault-words.js';
import * as words from '../../../text/batch/input-words.js';
import { readHead } from './read-head.js';

const TYPES = '.csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv,text/tab-separated-values,application/json';

export class BatchInput extends StateElement {
  /** Why the last input was not read; '' for no problem. */
  @property() problem = '';

  @state() private stored: readonly StoredBatch[] = [];
  /** The batch whose deletion is asked about. */
  @state() private doomed = '';
  @state() private isOver = false;

  @query('input[type="file"]') private input!: HTMLInputElement;
  @query('textarea') private pasted!: HTMLTextAreaElement;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.readStored();
    this.addEventListener('dragover', this.onOver);
    this.addEventListener('dragleave', this.onLeave);
    this.addEventListener('drop', this.onDrop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('dragover', this.onOver);
    this.removeEventListener('dragleave', this.onLeave);
    this.removeEventListener('drop', this.onDrop);
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
      <div class="drop-place ${this.isOver ? 'over' : ''}">
        <button type="button" class="primary large" @click=${() => this.input.click()}>${words.CHOOSE}</button>
        <span>${words.OR_DROP}</span>
        <input type="file" accept=${TYPES} aria-label=${words.CHOOSE} hidden @change=${this.onChoice} />
      </div>
      <quals-disclosure-box class="paste" .heading=${words.PASTE}>
        <label for=${this.idOf('batch-paste')}>${words.PASTE_LABEL}</label>
        <textarea
          id=${this.idOf('batch-paste')}
          rows="6"
          spellcheck="false"
          placeholder=${words.PASTE_EXAMPLE}
        ></textarea>
        <button type="button" @click=${this.onPaste}>${words.READ_PASTED}</button>
      </quals-disclosure-box>
      ${this.stored.length > 0 ? this.renderStored() : null}
    `;
  }

  private renderStored(): TemplateResult {
    return html`<section class="stored" aria-labelledby=${this.idOf('batch-stored')}>
      <h2 id=${this.idOf('batch-stored')}>${words.STORED_TITLE}</h2>
      <ul class="plain">
        ${this.stored.map(
          (batch) =>
            html`<li>
              <span class="name">${batch.name}</span>
              <span class="note">${words.storedNote(batch.rows, batch.createdAt)}</span>
              ${this.doomed === batch.id ? this.renderDoomed(batch) : this.renderActions(batch)}
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
      <button
        type="button"
        class="quiet"
        aria-label="${words.DELETE} ${batch.name}"
        @click=${() => (this.doomed = batch.id)}
      >
        ${words.DELETE}
      </button>
    </span>`;
  }

  private renderDoomed(batch: StoredBatch): TemplateResult {
    return html`<span class="actions" role="group" aria-label=${words.DELETE_SURE}>
      <span>${words.DELETE_SURE}</span>
      <button type="button" @click=${() => this.delete(batch)}>${words.DELETE}</button>
      <button type="button" @click=${() => (this.doomed = '')}>${words.KEEP}</button>
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

  private async delete(batch: StoredBatch): Promise<void> {
    this.doomed = '';
    await this.state.batchDatabase.deleteBatch(batch.id).catch(() => this.state.$storage.set('refused'));
    await this.state.history.removeBatch(batch.id);
    await this.readStored();
  }

  private async take(name: string, blob: Blob): Promise<void> {
    this.problem = '';
    this.state.$batch.set(await readHead({ name, blob }));
  }

  private readonly onChoice = (): void => {
    const file = this.input.files?.[0];
    // Otherwise choosing the same file again, after a problem, would change nothing.
    this.input.value = '';
    if (file) void this.take(file.name, file);
  };

  private readonly onPaste = (): void => void this.take(words.PASTED_NAME, new Blob([this.pasted.value]));

  private readonly onOver = (event: DragEvent): void => {
    this.isOver = event.dataTransfer?.types.includes('Files') ?? false;
    if (this.isOver) event.preventDefault();
  };

  private readonly onLeave = (): void => void (this.isOver = false);

  private readonly onDrop = (event: DragEvent): void => {
    this.isOver = false;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    // Elsewhere a dropped file is a saved result.
    event.stopPropagation();
    void this.take(file.name, file);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-batch-input': BatchInput;
  }
}
