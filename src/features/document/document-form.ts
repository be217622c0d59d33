/** The two texts. Typing goes to the store; the store keeps them over a reload. */
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Texts } from '../../state/scoring/document.js';
import { StateElement } from '../../state/state-element.js';
import { countWords } from './count-words.js';
import { notesOf } from './notes/text-notes.js';
import { noteWords } from '../../text/form/note-words.js';
import { OtherLanguages } from './notes/other-languages.js';
import * as words from '../../text/form/form-words.js';
import './document.css';

const ROWS: Readonly<Record<keyof Texts, number>> = { source: 9, summary: 4 };

export class DocumentForm extends StateElement {
  private readonly texts = this.watch(({ $texts }) => $texts);
  private readonly aside = this.watch(({ $aside }) => $aside);
  private readonly fieldProblem = this.watch(({ $fieldProblem }) => $fieldProblem);

  /** The texts that the counters count: at most once a frame, since a paste may come as a thousand events. */
  @state() private counted: Texts = { source: '', summary: '' };
  private frame: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.counted = this.texts.value;
  }

  focusField(field: keyof Texts): void {
    this.querySelector<HTMLElement>(`[data-field=${field}]`)?.focus();
  }

  private readonly languages = new OtherLanguages(this);

  protected override willUpdate(): void {
    this.languages.look(this.counted);
    if (this.counted === this.texts.value) return;
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.counted = this.texts.value;
    });
  }

  protected override render(): TemplateResult {
    const { source, summary } = this.texts.value;
    return html`
      ${this.field('source', words.ARTICLE, words.ARTICLE_PLACEHOLDER, source)}
      ${this.field('summary', words.SUMMARY, words.SUMMARY_PLACEHOLDER, summary)}
      <div class="text-notes">${this.renderNotes()}</div>
      ${
        this.aside.value
          ? html`<p class="aside">
              ${words.PUT_ASIDE} <button type="button" class="quiet" @click=${this.takeBack}>${words.TAKE_BACK}</button>
            </p>`
          : null
      }
    `;
  }

  /** From the counted texts, at most once per frame. */
  private renderNotes(): unknown {
    const otherLanguage = this.languages.found;
    return guard([this.counted, otherLanguage], () =>
      notesOf(this.counted, otherLanguage).map(
        (note) =>
          html`<p>
            ${noteWords(note)}
            ${
              note.kind === 'exchanged'
                ? html`<button type="button" class="inline" @click=${this.exchange}>${words.EXCHANGE}</button>`
                : null
            }
          </p>`,
      ),
    );
  }

  private readonly takeBack = (): void => {
    this.state.takeBack();
    this.focusField('source');
  };

  private readonly exchange = (): void => {
    const { source, summary } = this.state.$texts.get();
    this.state.editTexts({ source: summary, summary: source });
    this.focusField('source');
  };

  private field(name: keyof Texts, label: string, placeholder: string, value: string): TemplateResult {
    const { field, problem } = this.fieldProblem.value ?? {};
    return html`<quals-counted-textarea
      data-field=${name}
      .label=${label}
      .placeholder=${placeholder}
      .rows=${ROWS[name]}
      .problem=${field === name ? (problem ?? '') : ''}
      .counter=${guard([this.counted[name]], () => words.words(countWords(this.counted[name])))}
      .value=${value}
      @input=${(event: Event) => this.state.editTexts({ [name]: (event.currentTarget as HTMLTextAreaElement).value })}
    ></quals-counted-textarea>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-document-form': DocumentForm;
  }
}
