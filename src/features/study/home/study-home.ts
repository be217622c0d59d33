/** An open study: its annotators, its files, its results. */
import { html, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { StateElement } from '../../../state/state-element.js';
import type { OpenStudy } from '../../../state/study/stored-study.js';
import { encodeStudy } from '../../../state/study/study-file.js';
import * as words from '../../../text/study/study-words.js';
import { fileNameOf } from '../file-name.js';
import { importStudyFile } from '../import-study-file.js';

export class StudyHome extends StateElement {
  @property({ attribute: false }) open!: OpenStudy;

  /** What the last import did, or why it did nothing. */
  @state() private said = '';
  @state() private problem = '';

  @query('input[type=file]') private input!: HTMLInputElement;

  private readonly unsaved = this.watch(({ $studyUnsaved }) => $studyUnsaved);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.state.refreshStudy();
  }

  /** A file that was dropped on the page. */
  async openFile(file: File): Promise<void> {
    [this.said, this.problem] = ['', ''];
    const input = { name: file.name, blob: file };
    const { said = '', problem = '' } = await importStudyFile(this.state, input, this.open.study);
    [this.said, this.problem] = [said, problem];
  }

  protected override render(): TemplateResult {
    const { study } = this.open;
    return html`
      <p class="eyebrow">
        <button type="button" class="inline" @click=${() => this.state.$studyStep.set({ kind: 'choose' })}>
          ${words.ALL_STUDIES}
        </button>
      </p>
      <h1 tabindex="-1">${study.name}</h1>
      <p class="lede">
        ${words.studyLede(study.items.length)} ${study.same.length > 0 ? words.sameWords(study.same.length) : null}
      </p>
      ${
        this.unsaved.value
          ? html`<quals-notice-box tone="stopped" .heading=${words.UNSAVED}
              ><p>${words.UNSAVED_NOTE}</p></quals-notice-box
            >`
          : null
      }
      <div class="study-columns">
        <quals-study-annotators .open=${this.open}></quals-study-annotators>
        ${this.renderFiles()}
      </div>
      <quals-study-results .open=${this.open}></quals-study-results>
    `;
  }

  private renderFiles(): TemplateResult {
    return html`<section class="files">
      <h2>${words.FILES}</h2>
      <p class="note">${words.FILES_NOTE}</p>
      <p class="actions">
        <quals-download-button
          label=${words.EXPORT}
          filename=${fileNameOf(this.open.study, 'quals-study.json')}
          .make=${this.export}
        ></quals-download-button>
        <button type="button" @click=${() => this.input.click()}>${words.IMPORT}</button>
        <input type="file" accept=".json" aria-label=${words.IMPORT} hidden @change=${this.onFile} />
      </p>
      <p role="status">${this.said}</p>
      ${this.problem ? html`<p class="fault" role="alert">${this.problem}</p>` : null}
    </section>`;
  }

  private readonly export = async (): Promise<Blob> => {
    await this.state.refreshStudy();
    return new Blob([encodeStudy(this.state.$study.get() ?? this.open)], { type: 'application/json' });
  };

  private readonly onFile = (): void => {
    const file = this.input.files?.[0];
    // Otherwise choosing the same file again would change nothing.
    this.input.value = '';
    if (file) void this.openFile(file);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-study-home': StudyHome;
  }
}
