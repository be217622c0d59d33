/** Opening a result that was saved as a file, without a model. */
import { html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import type { DecodedShare } from '../../state/share/shared-texts.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/result/record-words.js';
import { readResultFile } from './read-result-file.js';
import './saved.css';

export interface OpenedFile {
  readonly fileName: string;
  readonly records: readonly [ResultRecord, ...ResultRecord[]];
}

/** Fires `saved-open` with an `OpenedFile`, or `texts-open` with texts that somebody sent. */
export class OpenSaved extends StateElement {
  /** Why the last file was not opened; '' for no fault. */
  @state() private fault = '';

  @query('input') private input!: HTMLInputElement;

  /** The page element. A run, or another page, may take this part away while a file is read. */
  private page: Element | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.page = this.closest('quals-app');
  }

  /** A file that was chosen here or dropped on the page. */
  async openFile(file: File): Promise<void> {
    this.fault = '';
    this.state.$notOpened.set('');
    const read = await readResultFile(file);
    if (read.ok && read.shared) return this.send('texts-open', read.shared);
    if (read.ok) return this.send('saved-open', { fileName: file.name, records: read.records });
    this.fault = words.fileFault(read.fault, file.name);
    if (!this.isConnected) return this.state.$notOpened.set(`${words.CANNOT_OPEN} ${this.fault}`);
    await this.updateComplete;
    this.scrollIntoView({ block: 'nearest' });
  }

  private send<Type extends 'texts-open' | 'saved-open'>(
    type: Type,
    detail: HTMLElementEventMap[Type]['detail'],
  ): void {
    const from = this.isConnected ? this : this.page;
    from?.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }

  protected override render(): TemplateResult {
    return html`
      <p>
        <button type="button" @click=${() => this.input.click()}>${words.OPEN_SAVED}</button>
        <span class="note">${words.OPEN_SAVED_NOTE}</span>
        <input
          type="file"
          accept=".json,.jsonl,.ndjson,application/json"
          aria-label=${words.OPEN_SAVED}
          hidden
          @change=${this.onChoice}
        />
      </p>
      ${this.fault ? html`<p class="fault" role="alert"><strong>${words.CANNOT_OPEN}</strong> ${this.fault}</p>` : null}
    `;
  }

  private readonly onChoice = (): void => {
    const file = this.input.files?.[0];
    // Otherwise choosing the same file again, after a fault, would change nothing.
    this.input.value = '';
    if (file) void this.openFile(file);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-open-saved': OpenSaved;
  }
  interface HTMLElementEventMap {
    'saved-open': CustomEvent<OpenedFile>;
    'texts-open': CustomEvent<DecodedShare>;
  }
}
