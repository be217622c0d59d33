/** A study's results: hidden until somebody asks, since they tell which system is which. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StateElement } from '../../../state/state-element.js';
import type { OpenStudy } from '../../../state/study/stored-study.js';
import { count } from '../../../text/numbers.js';
import { AXIS_NAMES } from '../../../text/study/rate-words.js';
import * as words from '../../../text/study/study-results-words.js';
import { fileNameOf } from '../file-name.js';
import { encodeAnswers } from './answers-csv.js';
import { type AxisFigures, studyFigures } from './study-figures.js';

export class StudyResults extends StateElement {
  @property({ attribute: false }) open!: OpenStudy;

  /** Only until the page shows something else: the next person at this device asks again. */
  @state() private isShown = false;
  @state() private figures: readonly AxisFigures[] | undefined;

  private work: AbortController | undefined;
  private computed: OpenStudy['works'] | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.work?.abort();
    this.computed = undefined;
  }

  protected override updated(): void {
    const { works } = this.open;
    if (!this.isShown || this.computed === works) return;
    this.computed = works;
    this.work?.abort();
    const { signal } = (this.work = new AbortController());
    studyFigures(works, signal).then(
      (figures) => (this.figures = figures),
      (error: unknown) => {
        if (!signal.aborted) throw error;
      },
    );
  }

  protected override render(): TemplateResult {
    return html`<section class="study-results" aria-labelledby=${this.idOf('study-results')}>
      <h2 id=${this.idOf('study-results')} tabindex="-1">${words.RESULTS}</h2>
      ${this.renderContent()}
    </section>`;
  }

  private renderContent(): TemplateResult {
    const { works } = this.open;
    if (works.every(({ answers }) => answers.size === 0)) return html`<p class="note">${words.NOTHING}</p>`;
    if (!this.isShown) return this.renderHidden();
    if (!this.figures) return html`<p class="note">${words.COMPUTING}</p>`;
    return this.renderFigures(this.figures);
  }

  private renderHidden(): TemplateResult {
    const unfinished = this.open.works.filter(({ isHere, finishedAt }) => isHere && finishedAt === null);
    const names = unfinished.map(({ name }) => name);
    return html`
      <p>${words.HIDDEN} ${names.length > 0 ? words.hiddenFor(names) : null}</p>
      <p><button type="button" @click=${this.show}>${names.length > 0 ? words.SHOW_ANYWAY : words.SHOW}</button></p>
    `;
  }

  private renderFigures(figures: readonly AxisFigures[]): TemplateResult {
    const { study, works } = this.open;
    const open = works.filter(({ finishedAt }) => finishedAt === null).map(({ name }) => name);
    const notBlind = works.filter(({ sawResults }) => sawResults).map(({ name }) => name);
    return html`
      <p>${words.comparedWords(study.systems)} ${words.includedWords(works.length, open, notBlind)}</p>
      <quals-answers-figure .figures=${figures}></quals-answers-figure>
      <div class="tables">${this.renderShares(figures)} ${this.renderAgreement(figures)}</div>
      <p>
        <quals-download-button
          label=${words.EXPORT_CSV}
          filename=${fileNameOf(study, 'csv')}
          .make=${() => encodeAnswers(this.open)}
        ></quals-download-button>
      </p>
    `;
  }

  private renderShares(figures: readonly AxisFigures[]): TemplateResult {
    const id = this.idOf('study-shares');
    return html`<section>
      <h3 id=${id}>${words.SHARES_TITLE}</h3>
      <div class="wide-table" role="region" tabindex="0" aria-labelledby=${id}>
        <table aria-labelledby=${id}>
          <thead>
            <tr>
              ${words.SHARES_HEAD.map((name, place) => html`<th scope="col" class=${place > 1 ? 'number' : ''}>${name}</th>`)}
            </tr>
          </thead>
          ${figures.map(
            ({ axis, votes, shares }) =>
              html`<tbody>
                ${shares.map(
                  (share, place) =>
                    html`<tr>
                      ${place === 0 ? html`<th scope="rowgroup" rowspan=${shares.length}>${AXIS_NAMES[axis]}</th>` : null}
                      <th scope="row">${words.VERDICT_NAMES[share.verdict]}</th>
                      <td class="number">${words.countOf(share.votes, votes)}</td>
                      <td class="number strong">${words.share(share.share.value)}</td>
                      <td class="number">${words.shareInterval(share.share.value, share.share.interval)}</td>
                    </tr>`,
                )}
              </tbody>`,
          )}
        </table>
      </div>
      <p class="note">${words.SHARES_NOTE}</p>
    </section>`;
  }

  private renderAgreement(figures: readonly AxisFigures[]): TemplateResult {
    const id = this.idOf('study-agreement');
    const hasNone = figures.some(({ nominal }) => Number.isNaN(nominal.value));
    return html`<section>
      <h3 id=${id}>${words.AGREEMENT_TITLE}</h3>
      <div class="wide-table" role="region" tabindex="0" aria-labelledby=${id}>
        <table aria-labelledby=${id}>
          <thead>
            <tr>
              ${words.AGREEMENT_HEAD.map((name, place) => html`<th scope="col" class=${place > 0 ? 'number' : ''}>${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${figures.map(
              ({ axis, shared, nominal, ordinal }) =>
                html`<tr>
                  <th scope="row">${AXIS_NAMES[axis]}</th>
                  <td class="number">${count(shared)}</td>
                  ${[nominal, ordinal].map(
                    ({ value, interval }) =>
                      html`<td class="number strong">${words.alpha(value)}</td>
                        <td class="number">${words.alphaInterval(value, interval)}</td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="note">${words.AGREEMENT_NOTE} ${hasNone ? words.NO_ALPHA_NOTE : null}</p>
    </section>`;
  }

  private readonly show = async (): Promise<void> => {
    await this.state.refreshStudy();
    await this.state.showResults();
    this.isShown = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('h2')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-study-results': StudyResults;
  }
}
