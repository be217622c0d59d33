/** The two text fields. Typing goes to the store; the store keeps the texts across reloads. */
import { StoreController } from '@nanostores/lit';
import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { PageElement } from '../../components/page-element.js';
import { $aside, $fieldProblem, $texts, editTexts, takeBack, type Texts } from '../../state/document.js';
import * as words from '../../text/form-words.js';
import { noteWords } from '../../text/note-words.js';
import '../../components/counted-textarea.js';
import { countWords } from './count-words.js';
import { OtherLanguages } from './other-languages.js';
import { notesOf } from './text-notes.js';
import './document.css';

const ROWS: Readonly<Record<keyof Texts, number>> = { source: 9, summary: 4 };

@customElement('document-form')
export class DocumentForm extends PageElement {
  private readonly texts = new StoreController(this, $texts);
  private readonly aside = new StoreController(this, $aside);
  private readonly fieldProblem = new StoreController(this, $fieldProblem);

  /** The texts for the counters: updated at most once per frame, because a paste may arrive as a thousand events. */
  @state() private counted = $texts.get();
  private frame: number | undefined;

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
    takeBack();
    this.focusField('source');
  };

  private readonly exchange = (): void => {
    const { source, summary } = $texts.get();
    editTexts({ source: summary, summary: source });
    this.focusField('source');
  };

  private field(name: keyof Texts, label: string, placeholder: string, value: string): TemplateResult {
    const { field, problem } = this.fieldProblem.value ?? {};
    return html`<counted-textarea
      data-field=${name}
      .label=${label}
      .placeholder=${placeholder}
      .rows=${ROWS[name]}
      .problem=${field === name ? (problem ?? '') : ''}
      .counter=${guard([this.counted[name]], () => words.words(countWords(this.counted[name])))}
      .value=${value}
      @input=${(event: Event) => editTexts({ [name]: (event.currentTarget as HTMLTextAreaElement).value })}
    ></counted-textarea>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'document-form': DocumentForm;
  }
}
