/** Which column is what, with a second column of summaries. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { type Columns, EACH_SUMMARY } from '../../../batch/columns/columns.js';
import type { AnyRecord } from '../../../batch/readers/read-records.js';
import { gatherArticles } from '../../../core/study/gather-articles.js';
import { StateElement } from '../../../state/state-element.js';
import type { StudyColumns as ColumnsOfStudy, StudyStep } from '../../../state/study/study-state.js';
import { inputProblem } from '../../../text/batch/input-fault-words.js';
import * as words from '../../../text/study/study-words.js';
import { mapStudyRecord, readStudyRows } from './study-rows.js';

type ColumnsStep = Extract<StudyStep, { readonly kind: 'columns' }>;

const PARTS = ['source', 'summary', 'id', 'system'] as const;

export class StudyColumns extends StateElement {
  @property({ attribute: false }) step!: ColumnsStep;

  protected override render(): TemplateResult {
    const { second } = this.step.columns;
    return html`<quals-batch-columns
      .step=${this.step}
      .parts=${PARTS}
      .notes=${words.PART_NOTES}
      .more=${(names: readonly string[]) => this.renderSecond(names)}
      .mapRow=${(record: AnyRecord, columns: Columns) => mapStudyRecord(record, { ...columns, second })}
      @columns-change=${({ detail }: CustomEvent<Columns>) => this.change({ ...detail, second })}
      @columns-use=${this.use}
      @columns-leave=${() => this.state.$studyStep.set({ kind: 'choose' })}
    ></quals-batch-columns>`;
  }

  private renderSecond(names: readonly string[]): TemplateResult {
    const { columns } = this.step;
    const chosen = columns.second ?? '';
    return html`<div class="column-part">
      <label for=${this.idOf('study-second')}>${words.SECOND}</label>
      <select
        id=${this.idOf('study-second')}
        aria-describedby=${this.idOf('study-second-note')}
        ?disabled=${columns.summary === EACH_SUMMARY}
        .value=${live(chosen)}
        @change=${({ target }: Event) => {
          const { value } = target as HTMLSelectElement;
          this.change({ ...columns, second: value === '' ? null : value });
        }}
      >
        <option value="" ?selected=${chosen === ''}>${words.NO_COLUMN}</option>
        ${names.map((name) => html`<option value=${name} ?selected=${name === chosen}>${name}</option>`)}
      </select>
      <span id=${this.idOf('study-second-note')} class="note">${words.SECOND_NOTE}</span>
    </div>`;
  }

  private change(columns: ColumnsOfStudy): void {
    this.state.$studyStep.set({ ...this.step, columns, problem: undefined });
  }

  private readonly use = async (): Promise<void> => {
    const { step } = this;
    const { input, columns } = step;
    const refuse = (problem: string): void => this.state.$studyStep.set({ ...step, problem });
    const isEach = columns.summary === EACH_SUMMARY;
    const hasSecond = columns.second !== null && columns.second !== columns.summary;
    if (!isEach && !hasSecond && columns.system === null) return refuse(words.ONE_SYSTEM);
    try {
      const { rows, notes } = await readStudyRows(input, hasSecond ? columns : { ...columns, second: null });
      const gathered = gatherArticles(rows);
      if (gathered.systems.length < 2) return refuse([words.ONE_SYSTEM, ...notes].join(' '));
      const repeated = gathered.repeated > 0 ? [words.repeatedRows(gathered.repeated)] : [];
      const name = input.name.replace(/\.(csv|tsv|txt|jsonl?|ndjson)$/iu, '');
      this.state.$studyStep.set({ kind: 'systems', name, gathered, notes: [...notes, ...repeated] });
    } catch (error) {
      refuse(inputProblem(error, input.name));
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-study-columns': StudyColumns;
  }
}
