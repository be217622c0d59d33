/** One named summary: its name, its text, its score and what an edit of it changed. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ComparedSummary } from '../../../state/compare/comparison.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/compare/compare-words.js';
import { signed } from '../../../text/numbers.js';
import { NO_SCORE } from '../../../text/result/result-words.js';
import type { Column } from '../results/columns.js';
import { standingWords } from '../results/standing-words.js';
import { editChanges } from './edit-changes.js';

/** Fires `field-remove`. */
export class CompareField extends StateElement {
  @property({ attribute: false }) summary?: ComparedSummary;
  /** From 1. */
  @property({ type: Number }) number = 1;
  /** Missing for an empty summary. */
  @property({ attribute: false }) column?: Column | undefined;
  @property({ type: Boolean }) removable = false;

  protected override render(): TemplateResult | null {
    const { summary, column } = this;
    if (!summary) return null;
    const { id, name } = summary;
    const called = column?.name ?? (name.trim() || words.unnamed(this.number));
    const input = this.idOf(`compare-name-${id}`);
    return html`
      <div class="name-line">
        <label class="visually-hidden" for=${input}>${words.NAME_LABEL(words.unnamed(this.number))}</label>
        <input
          id=${input}
          type="text"
          maxlength="80"
          autocomplete="off"
          dir="auto"
          .value=${name}
          placeholder=${words.unnamed(this.number)}
          @input=${(event: Event) => this.state.editSummary(id, { name: (event.target as HTMLInputElement).value })}
        />
        ${
          this.removable
            ? html`<button
                type="button"
                class="quiet"
                aria-label=${words.removeNamed(called)}
                @click=${this.askRemoval}
              >
                ${words.REMOVE}
              </button>`
            : null
        }
      </div>
      <quals-counted-textarea
        .label=${words.SUMMARY_LABEL}
        .placeholder=${words.SUMMARY_PLACEHOLDER}
        .counter=${this.scoreLine()}
        .rows=${5}
        .value=${summary.summary}
        @input=${(event: Event) => this.edit((event.currentTarget as HTMLTextAreaElement).value)}
      ></quals-counted-textarea>
      ${column ? this.renderNotes(column) : null}
    `;
  }

  private renderNotes(column: Column): TemplateResult {
    const { standing, equalTo, summary } = column;
    const said = standingWords(column);
    return html`
      ${equalTo === undefined ? null : html`<p class="note">${words.equalTo(equalTo)}</p>`}
      ${said === undefined ? null : html`<p class="note">${said}</p>`}
      ${standing === 'edited' && summary.scored ? editChanges(summary.scored.texts.summary, summary.summary) : null}
    `;
  }

  /** "QUALS −0.858, out of date" */
  private scoreLine(): string {
    const { result } = this.summary?.scored ?? {};
    if (!result) return '';
    const score = `QUALS ${result.kind === 'scored' ? signed(result.quals) : NO_SCORE}`;
    const { standing } = this.column ?? {};
    return standing === 'edited' || standing === 'article-edited' ? `${score}, ${words.OUT_OF_DATE}` : score;
  }

  private edit(text: string): void {
    if (this.summary) this.state.editSummary(this.summary.id, { summary: text });
  }

  private readonly askRemoval = (): void => {
    this.dispatchEvent(new CustomEvent('field-remove'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-compare-field': CompareField;
  }
}
