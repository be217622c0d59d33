/** The article and the list of named summaries. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { goBackToLast, isComparing } from '../../../state/compare/another/another-comparison.js';
import { MOST_SUMMARIES } from '../../../state/compare/comparison.js';
import { RunRefusal } from '../../../state/run-refusal.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/compare/compare-words.js';
import { storageNote } from '../../../text/form/form-words.js';
import { columnsOf } from '../results/columns.js';
import './compare-texts.css';

export class CompareTexts extends StateElement {
  @property({ attribute: false }) panels: unknown;

  /** Why the last comparison did not come back just now. */
  private readonly refusal = new RunRefusal(this, () => this.state);

  private readonly comparison = this.watch(({ $comparison }) => $comparison);
  private readonly faults = this.watch(({ $compareFaults }) => $compareFaults);
  private readonly calibrations = this.watch(({ $calibrations }) => $calibrations);
  private readonly aside = this.watch(({ $comparedAside }) => $comparedAside);
  private readonly storage = this.watch(({ $storage }) => $storage);

  protected override render(): TemplateResult {
    const comparison = this.comparison.value;
    const { source, summaries } = comparison;
    const columns = columnsOf(comparison, this.faults.value, this.calibrations.value);
    const isFull = summaries.length >= MOST_SUMMARIES;
    return html`
      <section class="intro">
        <h1 tabindex="-1">${words.TITLE}</h1>
        <p class="lede">${words.LEDE}</p>
        ${this.aside.value.length > 0 ? this.renderAside(this.aside.value.length) : null}
      </section>
      <div class="compare-form">
        <div class="compare-article">
          <quals-counted-textarea
            .label=${words.ARTICLE}
            .placeholder=${words.ARTICLE_PLACEHOLDER}
            .rows=${14}
            .value=${source}
            @input=${(event: Event) => this.state.editArticle((event.currentTarget as HTMLTextAreaElement).value)}
          ></quals-counted-textarea>
          ${this.panels}
          ${this.storage.value === 'kept' ? null : html`<p class="note">${storageNote(this.storage.value)}</p>`}
        </div>
        <section class="compare-summaries" aria-labelledby=${this.idOf('compare-summaries')}>
          <h2 id=${this.idOf('compare-summaries')} class="visually-hidden">${words.SUMMARIES}</h2>
          ${repeat(
            summaries,
            ({ id }) => id,
            (summary, index) =>
              html`<quals-compare-field
                .summary=${summary}
                .number=${index + 1}
                .column=${columns.find((each) => each.summary.id === summary.id)}
                ?removable=${summaries.length > 1}
                @field-remove=${() => this.removeSummary(index)}
              ></quals-compare-field>`,
          )}
          <p class="add">
            <button type="button" aria-disabled=${isFull ? 'true' : 'false'} @click=${this.add}>${words.ADD}</button>
            ${isFull ? html`<span class="note">${words.MOST(MOST_SUMMARIES)}</span>` : null}
          </p>
        </section>
      </div>
      <quals-compare-controls></quals-compare-controls>
    `;
  }

  private renderAside(saved: number): TemplateResult {
    return html`<p>
      ${words.takenAside(saved)}
      <button type="button" class="inline" @click=${this.takeBack}>${words.TAKE_BACK}</button>
      ${this.refusal.reason ? html`<span class="note" role="alert">${this.refusal.reason}</span>` : null}
    </p>`;
  }

  /** The button is gone once no other is saved: the focus goes to the heading. */
  private readonly takeBack = async (): Promise<void> => {
    this.refusal.set(goBackToLast(this.state) ? '' : words.BEING_SCORED, () => isComparing(this.state));
    if (this.refusal.reason) return;
    await this.updateComplete;
    if (this.aside.value.length === 0) this.querySelector<HTMLElement>('h1')?.focus();
  };

  private readonly add = async (): Promise<void> => {
    if (this.state.addSummary() === undefined) return;
    await this.updateComplete;
    const added = [...this.querySelectorAll('quals-compare-field')].at(-1);
    await added?.updateComplete;
    added?.querySelector<HTMLElement>('quals-counted-textarea')?.focus();
  };

  /** The focus goes to the one that takes its place. */
  private async removeSummary(index: number): Promise<void> {
    const { id } = this.comparison.value.summaries[index] ?? {};
    if (id === undefined) return;
    this.state.removeSummary(id);
    await this.updateComplete;
    const fields = this.querySelectorAll('quals-compare-field');
    fields[Math.min(index, fields.length - 1)]?.querySelector<HTMLElement>('input')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-compare-texts': CompareTexts;
  }
}
