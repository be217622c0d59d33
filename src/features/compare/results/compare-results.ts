/** The scores on one axis, a column per summary, and the table of what they were asked. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { shorten } from '../../../charts/token-chart/shorten.js';
import type { ToggleChangeEvent } from '../../../components/toggle-group.js';
import { describeMethod } from '../../../core/method/scoring-method.js';
import { baselineOf, methodOfComparison } from '../../../state/compare/standing.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/compare/compare-words.js';
import { percent } from '../../../text/numbers.js';
import { scoreTable } from '../table/score-table.js';
import { toMarkdown, toTsv } from '../table/text-table.js';
import { beginningOf } from './beginning.js';
import { type Column, columnsOf, highest, scoredColumns } from './columns.js';
import { markControls, type Marking } from './mark-controls.js';
import './compare-results.css';
import './compared-column.css';
import './mark-controls.css';

/** Of a choice in a row of choices. */
const LONGEST_NAME = 24;

export class CompareResults extends StateElement {
  @property({ attribute: false }) panels: unknown;

  @state() private marking: Marking = 'both';
  /** On a narrow page, the one summary that is seen. */
  @state() private shown: string | undefined;

  private readonly comparison = this.watch(({ $comparison }) => $comparison);
  private readonly faults = this.watch(({ $compareFaults }) => $compareFaults);
  private readonly calibrations = this.watch(({ $calibrations }) => $calibrations);
  private readonly model = this.watch(({ $model }) => $model);
  /** Changes when a run begins and ends, not at each of its steps. */
  private readonly run = this.watch(({ $run }) => $run);

  protected override render(): TemplateResult {
    const comparison = this.comparison.value;
    const columns = columnsOf(comparison, this.faults.value, this.calibrations.value);
    const scored = scoredColumns(columns);
    const run = this.run.value;
    const isRunning = run.kind === 'many' && run.owner === 'compare';
    const { best, of } = highest(isRunning ? [] : columns);
    const method = methodOfComparison(comparison);
    const { kind } = this.model.value;
    return html`
      <header class="compare-head">
        <div>
          <h1 tabindex="-1">${words.heading(best, of)}</h1>
          <p>
            ${words.subject(columns.length, beginningOf(comparison.source))}.
            ${method ? words.scoredBy(describeMethod(method)) : null}
          </p>
          ${scored.length > 1 ? html`<p class="note">${words.HIGHER_IS}</p>` : null}
        </div>
        <div class="tools">
          <button type="button" @click=${() => this.state.$compareView.set('texts')}>${words.EDIT}</button>
          <button type="button" @click=${this.add}>${words.ADD}</button>
          <quals-copy-button
            .label=${words.COPY_SCORES_TSV}
            .text=${() => toTsv(scoreTable(columns))}
          ></quals-copy-button>
          <quals-copy-button
            .label=${words.COPY_SCORES_MARKDOWN}
            .text=${() => toMarkdown(scoreTable(columns))}
          ></quals-copy-button>
        </div>
      </header>
      <quals-compare-controls results></quals-compare-controls>
      ${kind === 'ready' || (kind === 'absent' && scored.length === columns.length) ? null : this.panels}
      ${scored.length > 0 ? html`<quals-score-axis .scores=${scored.map(axisScore)}></quals-score-axis>` : null}
      ${this.renderColumns(columns)}
      ${
        scored.length > 1
          ? html`
              ${markControls(scored, this.marking, {
                mark: (marking) => (this.marking = marking),
                choose: (id) => this.state.chooseBaseline(id),
              })}
              <quals-differences-table .columns=${scored}></quals-differences-table>
            `
          : null
      }
    `;
  }

  private renderColumns(columns: readonly Column[]): TemplateResult {
    const baseline = baselineOf(this.comparison.value);
    const baselineName = columns.find(({ isBaseline }) => isBaseline)?.name ?? '';
    const seen = columns.find(({ summary }) => summary.id === this.shown)?.summary.id ?? columns[0]?.summary.id ?? '';
    return html`
      <quals-toggle-group
        class="compare-shown"
        .label=${words.SHOWN}
        .options=${columns.map(({ summary, name }) => ({ value: summary.id, label: shorten(name, LONGEST_NAME) }))}
        .value=${seen}
        @toggle-change=${({ value }: ToggleChangeEvent) => (this.shown = value)}
      ></quals-toggle-group>
      <div class="compare-frame">
        <div class="clip">
          <div class="compare-columns" data-count=${columns.length}>
            ${repeat(
              columns,
              ({ summary }) => summary.id,
              (column) =>
                html`<quals-compared-column
                  class=${column.summary.id === seen ? 'seen' : ''}
                  .column=${column}
                  .baselineName=${baselineName}
                  .baselineText=${baseline?.summary}
                  .marking=${this.marking}
                ></quals-compared-column>`,
            )}
          </div>
        </div>
      </div>
    `;
  }

  private readonly add = (): void => {
    this.state.addSummary();
    this.state.$compareView.set('texts');
  };
}

function axisScore({ name, given, isBaseline }: ReturnType<typeof scoredColumns>[number]) {
  const { verdict, scored } = given;
  const note = verdict.kind === 'judged' ? words.judgedConsistent(percent(verdict.judgement.share)) : '';
  return { name, value: scored.result.quals, note, isBaseline };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-compare-results': CompareResults;
  }
}
