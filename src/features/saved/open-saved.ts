/** Opening a result that was saved as a file, without a model. */
import { html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { PageElement } from '../../components/element/page-element.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import type { DecodedShare } from '../../state/share/shared-texts.js';
import * as words from '../../text/result/record-words.js';
import { readResultFile } from './read-result-file.js';
import './saved.css';

export interface OpenedFile {
  readonly fileName: string;
  readonly records: readonly [ResultRecord, ...ResultRecord[]];
}

/** Fires `saved-open` with an `OpenedFile`, or `texts-open` with texts that somebody sent. */
export class OpenSaved extends PageElement {
  /** Why the last file was not opened; '' for no fault. */
  @state() private fault = '';

  @query('input') private input!: HTMLInputElement;

  /** A file that was chosen here or dropped on the page. */
  async openFile(file: File): Promise<void> {
    this.fault = '';
    const read = await readResultFile(file);
    if (read.ok && read.shared) {
      this.dispatchEvent(new CustomEvent('texts-open', { bubbles: true, detail: read.shared }));
      return;
    }
    if (read.ok) {
      const detail: OpenedFile = { fileName: file.name, records: read.records };
      this.dispatchEvent(new CustomEvent('saved-open', { bubbles: true, detail }));
      return;
    }
    this.fault = words.fileFault(read.fault, file.name);
    await this.updateComplete;
    this.scrollIntoView({ block: 'nearest' });
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
