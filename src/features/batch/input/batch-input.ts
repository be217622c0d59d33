/** Choosing rows: a file, a drop, a paste, or a batch that this device has. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BatchInput as Input, StoredBatch } from '../../../state/batch/batch.js';
import { readBatches, readEntries } from '../../../state/batch/stored-batch.js';
import { StateElement } from '../../../state/state-element.js';
import { inputProblem } from '../../../text/batch/input-fault-words.js';
import * as words from '../../../text/batch/input-words.js';
import { NOT_READ } from '../../../text/batch/stored-sets-words.js';
import { readHead } from '../../../state/batch/read-head.js';

export class BatchInput extends StateElement {
  /** Why the last input was not read; '' for no problem. */
  @property() problem = '';

  @state() private stored: readonly StoredBatch[] = [];
  /** The browser refused to read them. */
  @state() private isRefused = false;

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
      ${this.isRefused ? html`<p class="fault" role="alert">${NOT_READ}</p>` : null}
      <quals-stored-sets
        .heading=${words.STORED_TITLE}
        .question=${words.DELETE_SURE}
        .sets=${this.stored.map(({ id, name, rows, createdAt }) => ({ id, name, note: words.storedNote(rows, createdAt) }))}
        .forget=${this.forget}
        .next=${() => this.querySelector('h1')}
        @set-open=${({ detail }: CustomEvent<string>) => this.open(detail)}
      ></quals-stored-sets>
    `;
  }

  private async readStored(): Promise<void> {
    try {
      this.stored = await readBatches(this.state.batchDatabase);
      this.isRefused = false;
    } catch {
      this.isRefused = true;
    }
  }

  private async open(id: string): Promise<void> {
    const batch = this.stored.find((each) => each.id === id);
    if (!batch) return;
    try {
      this.state.openBatch(batch, await readEntries(this.state.batchDatabase, batch.id));
    } catch (error) {
      this.state.$batch.set({ kind: 'choose', problem: inputProblem(error, batch.name) });
    }
  }

  private readonly forget = async (id: string): Promise<void> => {
    await this.state.batchDatabase.deleteBatch(id);
    await this.state.history.removeBatch(id);
    await this.readStored();
  };

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
