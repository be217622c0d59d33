/** The result: the verdict, where in the summary, which answers, why, and what the article says instead; in this order. */
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PairSelectEvent } from '../../charts/chart-events.js';
import type { PageElement } from '../../components/element/page-element.js';
import type { Scored } from '../../core/score.js';
import type { ShownResult } from '../../state/scoring/result.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/result/result-words.js';
import './result.css';

/** `tools`: what the page offers beside "Edit texts". Fires `edit-request`. */
export class ResultView extends StateElement {
  @property({ attribute: false }) tools: unknown;

  private readonly shown = this.watch(({ $shown }) => $shown);
  private readonly selection = this.watch(({ $selection }) => $selection);
  private readonly verbatim = this.watch(({ $verbatim }) => $verbatim);

  protected override async firstUpdated(): Promise<void> {
    await this.querySelector<PageElement>('.verdict-grid')?.updateComplete;
    if (this.mayTakeFocus()) this.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | null {
    const shown = this.shown.value;
    if (!shown) return null;
    const { result } = shown;
    const quals = result.kind === 'scored' ? result.quals : nothing;
    return html`<section class="result" aria-label=${words.RESULT} data-outcome=${result.kind} data-quals=${quals}>
      ${
        result.kind === 'scored'
          ? html`<quals-verdict-panel
              class="verdict-grid"
              .result=${result}
              .verbatim=${this.verbatim.value}
              .earlier=${shown.earlier}
            ></quals-verdict-panel>`
          : html`<quals-unscorable-panel class="verdict-grid" .result=${result}></quals-unscorable-panel>`
      }
      <quals-run-line .shown=${shown} .tools=${this.tools}></quals-run-line>
      ${result.kind === 'scored' ? this.renderPairs(shown, result) : this.renderDropped(shown)}
    </section>`;
  }

  private renderPairs({ texts }: ShownResult, result: Scored): TemplateResult {
    return html`<div class="result-columns">
      <div class="result-main">
        <section>
          <header class="section-head">
            <h2>${words.WHERE}</h2>
            <span class="where-note">${words.WHERE_NOTE}</span>
          </header>
          <quals-marked-summary
            .text=${texts.summary}
            .pairs=${result.pairs}
            .verbatim=${this.verbatim.value.spans}
            .selected=${this.selection.value.a}
            @pair-select=${({ index, second }: PairSelectEvent) => this.state.selectPair(second ? 'b' : 'a', index)}
          ></quals-marked-summary>
        </section>
        <quals-answers-section .result=${result}></quals-answers-section>
        <quals-why-figure .pairs=${result.pairs}></quals-why-figure>
      </div>
      <quals-reading-rail .source=${texts.source}></quals-reading-rail>
    </div>`;
  }

  private renderDropped({ result, texts }: ShownResult): TemplateResult {
    return html`<section class="unscored">
      <header class="section-head"><h2>${words.SUMMARY_TEXT}</h2></header>
      <p class="summary-text" dir="auto">${texts.summary}</p>
      <header class="section-head">
        <h2 id=${this.idOf('answers-title')}>${words.allDropped(result.dropped.length)}</h2>
      </header>
      <quals-dropped-table .dropped=${result.dropped}></quals-dropped-table>
      <quals-search-paths .result=${result}></quals-search-paths>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-result-view': ResultView;
  }
}
