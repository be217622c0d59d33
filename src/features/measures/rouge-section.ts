/** ROUGE of the current summary against the article or a reference summary that a person enters. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ToggleChangeEvent } from '../../components/toggle-group.js';
import { rouge, type RougeName } from '../../core/measures/rouge.js';
import type { Texts } from '../../state/scoring/document.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/measures/measure-words.js';

const SIZES: Readonly<Record<RougeName, 1 | 2 | 'L'>> = { rouge1: 1, rouge2: 2, rougeL: 'L' };

export class RougeSection extends StateElement {
  @property({ attribute: false }) texts?: Texts;

  @state() private which: RougeName = 'rouge1';
  @state() private against: 'article' | 'reference' = 'article';
  @state() private reference = '';

  protected override render(): TemplateResult | null {
    const { texts, which } = this;
    if (!texts) return null;
    const other = this.against === 'article' ? texts.source : this.reference;
    const { precision, recall, f1 } = rouge(texts.summary, other)[which];
    return html`
      <p class="prose">${words.ROUGE.fluent}</p>
      <div class="toggles">${this.renderWhich()} ${this.renderAgainst()}</div>
      ${this.against === 'reference' ? this.renderReference() : null}
      <p>
        ${
          other.trim() === ''
            ? words.ROUGE.noReference
            : html`<strong>${words.MEASURE_NAMES[which]}</strong> ${words.ROUGE.scores(precision, recall, f1)}`
        }
      </p>
      <p class="note">${words.ROUGE.note}</p>
      <quals-shared-ngrams
        .summary=${texts.summary}
        .reference=${other}
        .label=${words.ROUGE[this.against]}
        .n=${SIZES[which]}
      ></quals-shared-ngrams>
    `;
  }

  private renderWhich(): TemplateResult {
    const names = Object.keys(SIZES) as RougeName[];
    return html`<quals-toggle-group
      .label=${words.ROUGE.which}
      .options=${names.map((value) => ({ value, label: words.MEASURE_NAMES[value] }))}
      .value=${this.which}
      @toggle-change=${({ value }: ToggleChangeEvent) => (this.which = value as RougeName)}
    ></quals-toggle-group>`;
  }

  private renderAgainst(): TemplateResult {
    const options = (['article', 'reference'] as const).map((value) => ({ value, label: words.ROUGE[value] }));
    return html`<quals-toggle-group
      .label=${words.ROUGE.against}
      .options=${options}
      .value=${this.against}
      @toggle-change=${({ value }: ToggleChangeEvent) => (this.against = value as 'article' | 'reference')}
    ></quals-toggle-group>`;
  }

  private renderReference(): TemplateResult {
    return html`<quals-counted-textarea
      .label=${words.ROUGE.referenceLabel}
      .value=${this.reference}
      @input=${({ target }: Event) => (this.reference = (target as HTMLTextAreaElement).value)}
    ></quals-counted-textarea>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-rouge-section': RougeSection;
  }
}
