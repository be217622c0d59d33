/** One summary of the comparison: its score and verdict, its marked words, its widest gaps; or why it has none of these. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Span } from '../../../core/score.js';
import { openCompared } from '../../../state/compare/open-compared.js';
import type { ComparedScore } from '../../../state/compare/comparison.js';
import { RunRefusal } from '../../../state/run-refusal.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/compare/compare-words.js';
import { signed } from '../../../text/numbers.js';
import { RUN_GOES_ON } from '../../../text/page/page-words.js';
import * as resultWords from '../../../text/result/result-words.js';
import { judged } from '../../../text/result/verdict.js';
import type { Verdict } from '../../../text/result/verdict-of.js';
import { differingSpans } from '../differences/word-diff.js';
import { editChanges } from '../texts/edit-changes.js';
import type { Column, Given } from './columns.js';
import type { Marking } from './mark-controls.js';
import { standingWords } from './standing-words.js';
import { worstPairs } from './worst-pairs.js';

/** Characters from which on a summary is set in smaller type: more than two or three sentences. */
const LONG_SUMMARY = 400;

export class ComparedColumn extends StateElement {
  @property({ attribute: false }) column?: Column;
  @property() baselineName = '';
  /** The baseline's summary; undefined without one. */
  @property({ attribute: false }) baselineText: string | undefined;
  @property() marking: Marking = 'both';

  /** Why the result was not opened just now. */
  private readonly refusal = new RunRefusal(this, () => this.state);

  private readonly run = this.watch(({ $compareRun }) => $compareRun);

  protected override render(): TemplateResult | null {
    const { column } = this;
    if (!column) return null;
    const { name, given, equalTo } = column;
    const { id } = column.summary;
    const title = this.idOf(`compared-${id}`);
    return html`<article
      aria-labelledby=${title}
      data-standing=${column.standing}
      data-quals=${given?.scored.result.quals ?? ''}
    >
      <header>
        <h2 id=${title} dir="auto">${name}</h2>
        ${given ? html`<span class="note">${words.pairs(given.scored.result.pairs.length)}</span>` : null}
      </header>
      ${this.renderProgress(id) ?? this.renderScore(column)}
      ${equalTo === undefined ? null : html`<p class="note">${words.equalTo(equalTo)}</p>`}
      ${guard([column, this.baselineText, this.marking, this.refusal.reason], () => this.renderText(column))}
    </article>`;
  }

  private renderProgress(id: string): TemplateResult | undefined {
    const run = this.run.value;
    if (run.kind !== 'running') return undefined;
    if (run.waiting.includes(id)) return html`<p class="standing">${words.WAITING}</p>`;
    if (run.id !== id) return undefined;
    const { run: one } = run;
    const { length } = one?.written ?? [];
    return html`<p class="standing">
      <strong>${words.NOW}</strong> ${one ? words.writtenOf(length, one.protocol.search.paths) : null}
    </p>`;
  }

  private renderScore(column: Column): TemplateResult {
    const { given, summary, standing, isBaseline, difference } = column;
    const said = standingWords(column);
    const reason = said === undefined ? null : html`<p class="standing">${said}</p>`;
    if (given) {
      return html`
        <p class="big-score">${signed(given.scored.result.quals)}</p>
        ${isBaseline ? html`<p class="beside">${words.BASELINE}</p>` : null}
        ${difference === undefined ? null : html`<p class="beside">${words.besideBaseline(difference, this.baselineName)}</p>`}
        ${reason} ${standing === 'current' ? renderVerdict(given.verdict) : null}
      `;
    }
    if (summary.scored?.result.kind !== 'unscorable')
      return reason ?? html`<p class="standing">${words.NOT_SCORED}</p>`;
    const { pairsWritten } = summary.scored.result;
    return html`
      <p class="big-score none">${resultWords.NO_SCORE}</p>
      ${reason}
      <p class="verdict-line">${resultWords.UNSCORABLE_TITLE}</p>
      <p class="note">${resultWords.unscorableReason(pairsWritten)}</p>
    `;
  }

  private renderText(column: Column): TemplateResult {
    const { given, summary, standing, name } = column;
    const { scored } = summary;
    return html`
      ${
        given
          ? this.renderMarked(given, standing === 'current')
          : html`<p class="summary-text" dir="auto">${summary.summary}</p>`
      }
      ${standing === 'edited' && scored ? editChanges(scored.texts.summary, summary.summary) : null}
      ${given && standing === 'current' ? worstPairs(given) : null}
      ${
        scored
          ? html`<p class="open">
              <button
                type="button"
                class="quiet"
                aria-label=${words.openNamed(name)}
                @click=${() => this.open(scored, name)}
              >
                ${words.OPEN}
              </button>
              ${this.refusal.reason ? html`<span class="note" role="alert">${this.refusal.reason}</span>` : null}
            </p>`
          : null
      }
    `;
  }

  private open(scored: ComparedScore, name: string): void {
    const isOpen = openCompared(this.state, scored, name);
    this.refusal.set(isOpen ? '' : RUN_GOES_ON, () => this.state.$run.get().kind === 'running');
  }

  /** The text that was scored, since the marks belong to it. */
  private renderMarked({ scored, verbatim }: Given, isCurrent: boolean): TemplateResult {
    const { summary } = scored.texts;
    const compares = isCurrent && this.baselineText !== undefined && this.marking !== 'gaps';
    const differing: readonly Span[] = compares ? (differingSpans(summary, this.baselineText ?? '') ?? []) : [];
    return html`<quals-marked-summary
      bare
      unnumbered
      ?compact=${summary.length > LONG_SUMMARY}
      .text=${summary}
      .pairs=${this.marking === 'differences' ? [] : scored.result.pairs}
      .verbatim=${this.marking === 'differences' ? [] : verbatim.spans}
      .differing=${differing}
    ></quals-marked-summary>`;
  }
}

/** As the single result says it. */
function renderVerdict(verdict: Verdict): TemplateResult {
  if (verdict.kind !== 'judged')
    return html`<p class="verdict-line">${verdict.title}</p>
      <p class="note">${verdict.note}</p>`;
  const { before, share, after, cases } = judged(verdict.judgement, verdict.judge);
  return html`<p class="verdict-line">${verdict.title}</p>
    <p class="note">${before}<strong>${share}</strong>${after}${cases} ${verdict.note} ${verdict.score?.beyond}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-compared-column': ComparedColumn;
  }
}
