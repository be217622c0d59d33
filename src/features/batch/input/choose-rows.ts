/** `<quals-choose-rows>`: rows from a file, a drop or the clipboard. Fires `rows-chosen`. The page “Rate” uses it too. */
import { html, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { BatchInput } from '../../../state/batch/batch.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/batch/input-words.js';
import './choose-rows.css';

const TYPES = '.csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv,text/tab-separated-values,application/json';

export class ChooseRows extends StateElement {
  /** Which files can be dropped. */
  @property() hint: string = words.OR_DROP;
  /** The first line of pasted rows. */
  @property() example: string = words.PASTE_EXAMPLE;

  @state() private isOver = false;

  @query('input[type="file"]') private input!: HTMLInputElement;
  @query('textarea') private pasted!: HTMLTextAreaElement;

  override connectedCallback(): void {
    super.connectedCallback();
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
      <div class="drop-place ${this.isOver ? 'over' : ''}">
        <button type="button" class="primary large" @click=${() => this.input.click()}>${words.CHOOSE}</button>
        <span>${this.hint}</span>
        <input type="file" accept=${TYPES} aria-label=${words.CHOOSE} hidden @change=${this.onChoice} />
      </div>
      <quals-disclosure-box class="paste" .heading=${words.PASTE}>
        <label for=${this.idOf('batch-paste')}>${words.PASTE_LABEL}</label>
        <textarea id=${this.idOf('batch-paste')} rows="6" spellcheck="false" placeholder=${this.example}></textarea>
        <button type="button" @click=${this.onPaste}>${words.READ_PASTED}</button>
      </quals-disclosure-box>
    `;
  }

  private take(name: string, blob: Blob): void {
    this.dispatchEvent(new CustomEvent<BatchInput>('rows-chosen', { detail: { name, blob }, bubbles: true }));
  }

  private readonly onChoice = (): void => {
    const file = this.input.files?.[0];
    // Otherwise choosing the same file again, after a problem, would change nothing.
    this.input.value = '';
    if (file) this.take(file.name, file);
  };

  private readonly onPaste = (): void => this.take(words.PASTED_NAME, new Blob([this.pasted.value]));

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
    this.take(file.name, file);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-choose-rows': ChooseRows;
  }
  interface HTMLElementEventMap {
    'rows-chosen': CustomEvent<BatchInput>;
  }
}
