/** Who answers in a study, how far each has come, and a field for one more. */
import { html, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { nextOpen, progressOf } from '../../../core/study/study.js';
import { StateElement } from '../../../state/state-element.js';
import type { KnownWork, OpenStudy } from '../../../state/study/stored-study.js';
import { count } from '../../../text/numbers.js';
import * as words from '../../../text/study/study-words.js';

export class StudyAnnotators extends StateElement {
  @property({ attribute: false }) open!: OpenStudy;

  @state() private problem = '';

  @query('form input') private field!: HTMLInputElement;

  protected override render(): TemplateResult {
    const { works } = this.open;
    return html`<section>
      <h2 id=${this.idOf('study-annotators')}>${words.ANNOTATORS}</h2>
      ${works.length === 0 ? html`<p class="note">${words.NO_ANNOTATOR}</p>` : this.renderTable(works)}
      <form @submit=${this.onSubmit} novalidate>
        <label for=${this.idOf('annotator-name')}>${words.NEW_ANNOTATOR}</label>
        <span class="actions">
          <input
            id=${this.idOf('annotator-name')}
            autocomplete="off"
            maxlength="80"
            aria-invalid=${this.problem !== ''}
            aria-describedby=${this.idOf('annotator-problem')}
          />
          <button class="primary">${words.BEGIN}</button>
        </span>
        <p id=${this.idOf('annotator-problem')} class=${this.problem ? 'fault' : ''} role="alert">${this.problem}</p>
      </form>
    </section>`;
  }

  private renderTable(works: readonly KnownWork[]): TemplateResult {
    return html`<div class="wide-table" role="region" tabindex="0" aria-labelledby=${this.idOf('study-annotators')}>
      <table aria-labelledby=${this.idOf('study-annotators')}>
        <thead>
          <tr>
            ${words.ANNOTATOR_HEAD.map(
              (name, place) => html`<th scope="col" class=${place === 1 || place === 2 ? 'number' : ''}>${name}</th>`,
            )}
            <th scope="col"><span class="visually-hidden">${words.ACTION}</span></th>
          </tr>
        </thead>
        <tbody>
          ${works.map((work) => this.renderWork(work))}
        </tbody>
      </table>
    </div>`;
  }

  private renderWork(work: KnownWork): TemplateResult {
    const items = this.open.study.items.length;
    const progress = progressOf(work);
    return html`<tr>
      <th scope="row"><span dir="auto">${work.name}</span></th>
      <td class="number">${count(progress.answered)}</td>
      <td class="number">${count(progress.skipped)}</td>
      <td>
        ${words.stateOf(work, progress, items)}
        ${work.sawResults ? html`<br /><span class="note">${words.SAW_RESULTS}</span>` : null}
      </td>
      <td>
        ${
          work.finishedAt === null
            ? html`<button
                type="button"
                aria-label="${words.CONTINUE}: ${work.name}"
                @click=${() => this.rate(work.id)}
              >
                ${words.CONTINUE}
              </button>`
            : null
        }
      </td>
    </tr>`;
  }

  private rate(id: string): void {
    const { study, works } = this.state.$study.get() ?? this.open;
    const work = works.find((each) => each.id === id);
    if (!work) return;
    this.state.continueHere(id);
    const item = nextOpen(work, study.items.length, 0) ?? study.items.length;
    this.state.$studyStep.set({ kind: 'rate', annotator: id, item });
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const name = this.field.value.trim();
    const id = name === '' ? undefined : this.state.addAnnotator(name);
    if (id !== undefined) return this.rate(id);
    this.problem = name === '' ? words.NAME_MISSING : words.nameTaken(name);
    this.field.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-study-annotators': StudyAnnotators;
  }
}
