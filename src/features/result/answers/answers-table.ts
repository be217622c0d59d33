/** The kept pairs: clear questions, then the others. One tab stop: arrows move, Enter draws a row as A, Shift+Enter as B. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FirstLook } from '../../../core/first-look/first-look.js';
import { markLevel } from '../../../core/first-look/mark-levels.js';
import type { ScoredPair } from '../../../core/score.js';
import { articleKey, summaryKey } from '../../../charts/series-key.js';
import type { Letter } from '../../../state/scoring/result.js';
import { StateElement } from '../../../state/state-element.js';
import { signed } from '../../../text/numbers.js';
import { LEVELS } from '../../../text/form/first-look-words.js';
import * as words from '../../../text/result/result-words.js';
import { articleAnswer } from '../../../core/judgement/article-answer.js';
import { strongestOfAnswer } from '../../../core/judgement/pair-doubt.js';

const LETTERS: readonly Letter[] = ['a', 'b'];
/** On a narrow page, the other pairs open on demand. */
const FIRST_CARDS = 4;

export class AnswersTable extends StateElement {
  /** All kept pairs, worst first. */
  @property({ attribute: false }) pairs: readonly ScoredPair[] = [];
  @property({ attribute: false }) look?: FirstLook | undefined;
  /** Indices in `pairs` of the rows shown: those of clear questions, and those of the others under a line that says so. */
  @property({ attribute: false }) clear: readonly number[] = [];
  @property({ attribute: false }) unclear: readonly number[] = [];

  /** Index in `pairs` of the row that has, or had, the focus; −1 before. */
  @state() private current = -1;
  @state() private showsAll = false;

  private readonly selection = this.watch(({ $selection }) => $selection);

  protected override render(): TemplateResult {
    const { rows } = this;
    const reachable = rows.includes(this.current) ? this.current : rows[0];
    const others = rows.length - FIRST_CARDS;
    return html`
      <table
        role="grid"
        aria-labelledby=${this.idOf('answers-title')}
        class=${this.showsAll ? 'all' : ''}
        @keydown=${this.onKey}
      >
        <thead>
          <tr>
            <th scope="col">${words.COLUMNS.pair}</th>
            <th scope="col"><span class="visually-hidden">${words.COLUMNS.figure}</span></th>
            <th scope="col">${words.COLUMNS.question}</th>
            <th scope="col">${summaryKey} ${words.COLUMNS.summary}</th>
            <th scope="col">${articleKey} ${words.COLUMNS.article}</th>
            <th scope="col" class="bar"><span class="visually-hidden">${words.COLUMNS.gap}</span>${axis()}</th>
            <th scope="col" class="number">${words.COLUMNS.score}</th>
          </tr>
        </thead>
        <tbody>
          ${this.clear.map((index, place) => this.renderRow(index, place, index === reachable))}
          ${this.unclear.length > 0 ? this.renderUnclearHead() : null}
          ${this.unclear.map((index, place) => this.renderRow(index, this.clear.length + place, index === reachable))}
        </tbody>
      </table>
      ${
        others > 0 && !this.showsAll
          ? html`<button type="button" class="more-cards" @click=${() => (this.showsAll = true)}>
              ${words.showOtherPairs(others)}
            </button>`
          : null
      }
    `;
  }

  private get rows(): readonly number[] {
    return [...this.clear, ...this.unclear];
  }

  private renderUnclearHead(): TemplateResult {
    return html`<tr role="row" class="group ${isLater(this.clear.length)}">
      <th role="rowheader" colspan="7">${words.UNCLEAR_QUESTIONS}</th>
    </tr>`;
  }

  /** `place`: among the rows shown. */
  private renderRow(index: number, place: number, reachable: boolean): TemplateResult | null {
    const pair = this.pairs[index];
    if (!pair) return null;
    const { a, b } = this.selection.value;
    const drawn = { a: index === a, b: index === b && b !== a };
    return html`<tr
      role="row"
      class=${isLater(place)}
      data-index=${index}
      tabindex=${reachable ? 0 : -1}
      aria-selected=${drawn.a ? 'true' : 'false'}
      @click=${(event: MouseEvent) => this.choose(event.shiftKey ? 'b' : 'a', index)}
      @focus=${() => (this.current = index)}
    >
      <td class="place">${index + 1}</td>
      <td class="letters">
        ${LETTERS.map(
          (letter) =>
            html`<button
              type="button"
              tabindex="-1"
              class="letter ${letter} ${drawn[letter] ? 'drawn' : ''}"
              data-letter=${letter.toUpperCase()}
              aria-pressed=${drawn[letter] ? 'true' : 'false'}
              aria-label=${words.drawAs(letter.toUpperCase(), index + 1)}
              @click=${(event: Event) => this.chooseLetter(event, letter, index)}
            ></button>`,
        )}
      </td>
      <td class="question" dir="auto">${pair.question}</td>
      <td class="says summary-says" dir="auto">${summaryKey}<span>${pair.answer} ${this.renderMark(pair)}</span></td>
      <td class="says article-says" dir="auto">${articleKey}${renderArticleAnswer(pair)}</td>
      <td class="bar"><quals-gap-bar .value=${pair.quals}></quals-gap-bar></td>
      <td class="number score">${signed(pair.quals)}</td>
    </tr>`;
  }

  /** What the second judge says of the answer's words. */
  private renderMark(pair: ScoredPair): TemplateResult | null {
    if (!this.look) return null;
    const level = markLevel(strongestOfAnswer(pair, this.look), this.look.levels);
    return level === 'none' ? null : html`<span class="mark ${level}">${LEVELS[level]}</span>`;
  }

  private choose(letter: Letter, index: number): void {
    this.current = index;
    this.state.selectPair(letter, index);
  }

  private chooseLetter(event: Event, letter: Letter, index: number): void {
    event.stopPropagation();
    this.choose(letter, index);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('tr[data-index]');
    if (!row) return;
    const place = this.rows.indexOf(Number(row.dataset['index']));
    const last = this.rows.length - 1;
    const next = { ArrowDown: Math.min(last, place + 1), ArrowUp: Math.max(0, place - 1), Home: 0, End: last }[
      event.key
    ];
    if (next !== undefined) this.focusRow(this.rows[next]);
    else if (event.key === 'Escape') row.blur();
    else if (event.target === row && (event.key === 'Enter' || event.key === ' '))
      this.choose(event.shiftKey ? 'b' : 'a', Number(row.dataset['index']));
    else return;
    event.preventDefault();
  };

  private focusRow(index: number | undefined): void {
    this.querySelector<HTMLElement>(`tr[data-index="${index}"]`)?.focus();
  }
}

/** On a narrow page it opens on demand. */
function isLater(place: number): string {
  return place < FIRST_CARDS ? '' : 'later';
}

function renderArticleAnswer(pair: ScoredPair): TemplateResult {
  const answer = articleAnswer(pair);
  switch (answer.kind) {
    case 'same':
      return html`<span class="faint">${words.SAME}</span>`;
    case 'unclear':
      return html`<em class="faint">${words.NO_CLEAR_ANSWER}</em>`;
    case 'other':
      return html`<span>${answer.text}</span>`;
  }
}

function axis(): TemplateResult {
  return html`<span class="axis" aria-hidden="true"><span>${signed(-3, 0)}</span><span>0</span></span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-answers-table': AnswersTable;
  }
}
