/** What a person can do with the whole history: copy it, turn it off, delete it; and how much storage it takes. */
import { html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { saveFile } from '../../components/save-file.js';
import { StateElement } from '../../state/state-element.js';
import type { HistoryItem } from '../../state/history/history-entry.js';
import * as words from '../../text/history/history-words.js';
import { exportHistory } from './export-history.js';
import { historyCsv } from './history-csv.js';
import { importFile } from './import-file.js';

export class HistoryTools extends StateElement {
  @state() private estimate: StorageEstimate = {};
  /** What the last export or import did, and what it left out. */
  @state() private said = '';
  @state() private faults: readonly string[] = [];

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input[type=file]') private input!: HTMLInputElement;

  private readonly history = this.watch(({ $history }) => $history);

  /** A file that was chosen here or dropped on the page. */
  async openFile(file: File): Promise<void> {
    [this.said, this.faults] = ['', []];
    await this.state.history.read();
    const report = await importFile(file, this.items, this.state.history);
    this.said = words.importedWords(report, file.name);
    this.faults = report.faults;
  }

  protected override updated(): void {
    void this.readEstimate();
  }

  protected override render(): TemplateResult {
    const { isOn, place } = this.history.value;
    const { items } = this;
    return html`
      <section>
        <h2>${words.COPY.heading}</h2>
        <p class="actions">
          <button type="button" ?disabled=${items.length === 0} @click=${this.export}>${words.COPY.export}</button>
          <button type="button" ?disabled=${items.length === 0} @click=${this.exportCsv}>${words.COPY.csv}</button>
          <button type="button" @click=${() => this.input.click()}>${words.COPY.import}</button>
          <input
            type="file"
            accept=".json,.jsonl,.ndjson"
            aria-label=${words.COPY.import}
            hidden
            @change=${this.onFile}
          />
        </p>
        <p class="note">${words.COPY.note}</p>
        <p role="status">${this.said}</p>
        ${
          this.faults.length
            ? html`<div class="fault" role="alert">
                <p>${words.IMPORT_FAULTS}</p>
                <ul>
                  ${this.faults.map((fault) => html`<li>${fault}</li>`)}
                </ul>
              </div>`
            : null
        }
      </section>
      <section>
        <h2>${words.SWITCH.heading}</h2>
        <p>${isOn ? words.SWITCH.on : words.SWITCH.off}</p>
        <p><button type="button" @click=${this.turn}>${isOn ? words.SWITCH.turnOff : words.SWITCH.turnOn}</button></p>
      </section>
      <section>
        <h2>${words.STORAGE}</h2>
        ${
          place === 'device'
            ? html`<p>${words.storedWords(items)} ${words.estimateWords(this.estimate)}</p>
                <p class="note">${words.WHEN_FULL}</p>`
            : null
        }
        <p>
          <button type="button" ?disabled=${items.length === 0} @click=${() => this.dialog.showModal()}>
            ${words.CLEAR.button}
          </button>
        </p>
      </section>
      ${this.renderQuestion(items)}
    `;
  }

  private renderQuestion(items: readonly HistoryItem[]): TemplateResult {
    const pinned = items.filter(({ entry }) => entry?.pinned).length;
    const title = this.idOf('history-clear');
    return html`<dialog aria-labelledby=${title}>
      <h2 id=${title}>${words.CLEAR.question(items.length)}</h2>
      <p>${words.CLEAR.note(pinned)}</p>
      <form method="dialog" class="actions">
        <button>${words.CLEAR.no}</button>
        <button @click=${this.clear}>${words.CLEAR.yes(items.length)}</button>
      </form>
    </dialog>`;
  }

  private get items(): readonly HistoryItem[] {
    return this.history.value.items ?? [];
  }

  private readonly export = async (): Promise<void> => {
    const { file, leftOut } = await exportHistory(this.items, this.state);
    saveFile(file, 'quals-history.jsonl');
    this.said = leftOut.length ? words.COPY.leftOut(leftOut) : '';
  };

  private readonly exportCsv = (): void => {
    saveFile(new Blob([historyCsv(this.items)], { type: 'text/csv' }), 'quals-history.csv');
    this.said = '';
  };

  private readonly onFile = (): void => {
    const file = this.input.files?.[0];
    // Otherwise choosing the same file again would change nothing.
    this.input.value = '';
    if (file) void this.openFile(file);
  };

  private readonly turn = (): void => void this.state.history.turn(!this.history.value.isOn);

  private readonly clear = async (): Promise<void> => {
    // A fault is said by the page's notice.
    if (!(await this.state.history.clear())) return;
    this.said = words.CLEAR.done;
    await this.updateComplete;
    // The button that asked can be pressed no more.
    this.closest('quals-history-page')?.querySelector<HTMLElement>('h2')?.focus();
  };

  /** After each change of the list. */
  private async readEstimate(): Promise<void> {
    const storage = (navigator as Partial<Navigator>).storage;
    const found = await storage?.estimate?.().catch(() => undefined);
    if (found && (found.usage !== this.estimate.usage || found.quota !== this.estimate.quota)) this.estimate = found;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-history-tools': HistoryTools;
  }
}
