/** Chooses texts for contrastive training from a batch with references and generated summaries; shows and exports both sets. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChosenBy } from '../../../batch/contrast/choose-texts.js';
import type { ToggleChangeEvent } from '../../../components/toggle-group.js';
import type { StoredBatch } from '../../../state/batch/batch.js';
import { systemsOf } from '../../../state/batch/batch-entry.js';
import type { BatchChoice } from '../../../state/batch/choice.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/batch/choice-words.js';
import { exportSet } from './export-set.js';
import { setFacts } from './set-facts.js';
import { setTable } from './set-table.js';

const BY_OPTIONS = Object.entries(words.BY_NAMES).map(([value, label]) => ({ value, label }));

export class BatchChoicePanel extends StateElement {
  @property({ attribute: false }) batch!: StoredBatch;

  private readonly entries = this.watch(({ $batchEntries }) => $batchEntries);
  private readonly settings = this.watch(({ $choiceSettings }) => $choiceSettings);
  private readonly choice = this.watch(({ $choice }) => $choice);

  protected override render(): TemplateResult | null {
    const systems = systemsOf(this.entries.value);
    const choice = this.choice.value;
    const { reference, scoreReferences } = this.batch.columns;
    const unscored = choice || scoreReferences ? null : reference;
    if (!this.entries.value.some(({ score }) => score)) return null;
    if (systems.length < 2 && unscored === null) return null;
    return html`<section aria-labelledby=${this.idOf('batch-choice')}>
      <h2 id=${this.idOf('batch-choice')}>${words.TITLE}</h2>
      <p class="note">${words.LEDE}</p>
      ${unscored === null ? null : html`<p>${words.unscoredReferences(unscored)}</p>`}
      ${systems.length < 2 ? null : this.renderControls(systems, choice)}
    </section>`;
  }

  private renderControls(systems: readonly string[], choice: BatchChoice | undefined): TemplateResult {
    return html`
      <div class="controls">
        ${this.renderReference(systems, choice?.reference ?? '')}
        ${choice ? html`${this.renderBy()} ${this.renderShare('references')} ${this.renderShare('generated')}` : null}
      </div>
      ${choice ? this.renderChoice(choice) : html`<p class="note">${words.CHOOSE_REFERENCE}</p>`}
    `;
  }

  private renderReference(systems: readonly string[], reference: string): TemplateResult {
    const choose = ({ target }: Event): void =>
      this.state.changeChoice({ reference: (target as HTMLSelectElement).value });
    return html`<div class="control">
      <label for=${this.idOf('choice-reference')}>${words.REFERENCE}</label>
      <select id=${this.idOf('choice-reference')} @change=${choose}>
        <option value="" ?selected=${reference === ''}>${words.NO_REFERENCE}</option>
        ${systems.map((system) => html`<option value=${system} ?selected=${system === reference}>${system}</option>`)}
      </select>
      <span class="note">${words.REFERENCE_NOTE}</span>
    </div>`;
  }

  private renderBy(): TemplateResult {
    const { by } = this.settings.value;
    return html`<div class="control">
      <span class="name" aria-hidden="true">${words.BY}</span>
      <quals-toggle-group
        .label=${words.BY}
        .options=${BY_OPTIONS}
        .value=${by}
        @toggle-change=${({ value }: ToggleChangeEvent) => this.state.changeChoice({ by: value as ChosenBy })}
      ></quals-toggle-group>
      <span class="note">${words.BY_NOTE[by]}</span>
    </div>`;
  }

  private renderShare(kind: 'references' | 'generated'): TemplateResult {
    const { label, note } = words.SHARES[kind];
    const { shares } = this.settings.value;
    return html`<quals-share-field
      .name=${kind}
      .label=${label}
      .note=${note}
      .share=${shares[kind]}
      @share-change=${({ detail }: CustomEvent<number>) =>
        this.state.changeChoice({ shares: { ...this.settings.value.shares, [kind]: detail } })}
    ></quals-share-field>`;
  }

  private renderChoice(choice: BatchChoice): TemplateResult {
    const facts = setFacts(choice);
    const [, positive, , negative] = facts;
    const { without, waiting, unnamed } = choice;
    const chosen = choice.positive.length + choice.negative.length;
    const read = (positive?.judged ?? 0) + (negative?.judged ?? 0);
    return html`
      <p class="chosen" role="status">
        ${words.chosen(positive?.articles ?? 0, choice.positive.length, choice.negative.length)}
      </p>
      ${setTable(facts)}
      ${
        positive?.supported === undefined || negative?.supported === undefined
          ? null
          : html`<p>
              ${words.judged(positive.supported, negative.supported)}
              ${read < chosen ? words.judgedPart(read, chosen) : null}
            </p>`
      }
      ${without > 0 ? html`<p class="note">${words.without(without, this.settings.value.by)}</p>` : null}
      ${waiting > 0 ? html`<p class="note">${words.waiting(waiting)}</p>` : null}
      ${unnamed > 0 ? html`<p class="note">${words.unnamed(unnamed)}</p>` : null}
      ${
        choice.positive.length === 0
          ? null
          : html`<div class="actions">${this.renderSet('positive', choice)} ${this.renderSet('negative', choice)}</div>`
      }
    `;
  }

  private renderSet(set: 'positive' | 'negative', choice: BatchChoice): TemplateResult {
    const rows = choice[set];
    const name = this.batch.name.replace(/\.[^.]*$/u, '');
    return html`
      <button type="button" @click=${() => this.show(set)}>${words.showLabel(set)}</button>
      <quals-download-button
        .label=${words.exportLabel(set, rows.length)}
        .filename=${`${name}-${set}.jsonl`}
        .make=${() => exportSet(this.batch.id, rows, this.state.batchDatabase)}
      ></quals-download-button>
    `;
  }

  private show(filter: 'positive' | 'negative'): void {
    this.state.changeView({ filter, search: '', range: {} });
    this.dispatchEvent(new Event('show-rows', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-batch-choice': BatchChoicePanel;
  }
}
