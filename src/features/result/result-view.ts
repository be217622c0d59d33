/** The result: the verdict, where in the summary, which answers, why, and what the article says instead; in this order. */
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PairSelectEvent } from '../../charts/chart-events.js';
import type { PageElement } from '../../components/element/page-element.js';
import type { FirstLook } from '../../core/first-look/first-look.js';
import { withoutCopied } from '../../core/first-look/uncopied-words.js';
import type { Scored } from '../../core/score.js';
import type { ShownResult } from '../../state/scoring/result.js';
import { addressOf } from '../../state/page/place.js';
import { StateElement } from '../../state/state-element.js';
import { COMPARE_LINK, OTHER_MEASURES, OTHER_MEASURES_NOTE } from '../../text/measures/measure-words.js';
import { FIRST_LOOK } from '../../text/form/first-look-words.js';
import { FIRST_LOOK_NOTE } from '../../text/result/second-judge.js';
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
    const look = this.look;
    const quals = result.kind === 'scored' ? result.quals : nothing;
    return html`<section class="result" aria-label=${words.RESULT} data-outcome=${result.kind} data-quals=${quals}>
      ${
        result.kind === 'scored'
          ? html`<quals-verdict-panel
              class="verdict-grid"
              .result=${result}
              .verbatim=${this.verbatim.value}
              .look=${look}
              .summary=${shown.texts.summary}
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
        ${this.renderLook(texts.summary)}
        <quals-answers-section .result=${result} .look=${this.look}></quals-answers-section>
        <quals-why-figure .pairs=${result.pairs}></quals-why-figure>
        ${renderOthers(texts, result)}
      </div>
      <quals-reading-rail .source=${texts.source}></quals-reading-rail>
    </div>`;
  }

  private get look(): FirstLook | undefined {
    const firstLook = this.shown.value?.result.firstLook;
    return firstLook && withoutCopied(firstLook, this.verbatim.value.spans);
  }

  private renderLook(summary: string): TemplateResult | null {
    const { look } = this;
    if (!look) return null;
    return html`<section class="first-look">
      <header class="section-head">
        <h2>${FIRST_LOOK}</h2>
        <span class="where-note">${FIRST_LOOK_NOTE}</span>
      </header>
      <quals-look-marks .text=${summary} .words=${look.words} .levels=${look.levels}></quals-look-marks>
    </section>`;
  }

  private renderDropped({ result, texts }: ShownResult): TemplateResult {
    return html`<section class="unscored">
      <header class="section-head"><h2>${words.SUMMARY_TEXT}</h2></header>
      <p class="summary-text" dir="auto">${texts.summary}</p>
      ${this.renderLook(texts.summary)}
      <header class="section-head">
        <h2 id=${this.idOf('answers-title')}>${words.allDropped(result.dropped.length)}</h2>
      </header>
      <quals-dropped-table .dropped=${result.dropped}></quals-dropped-table>
      <quals-search-paths .result=${result}></quals-search-paths>
      ${renderOthers(texts, result)}
    </section>`;
  }
}

/** Below all that explains the verdict: they have no part in it. */
function renderOthers(texts: ShownResult['texts'], result: ShownResult['result']): TemplateResult {
  return html`<section>
    <header class="section-head">
      <h2>${OTHER_MEASURES}</h2>
      <span>${OTHER_MEASURES_NOTE}</span>
      <a class="end" href=${addressOf('measures')}>${COMPARE_LINK}</a>
    </header>
    <quals-other-measures .texts=${texts} .result=${result}></quals-other-measures>
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-result-view': ResultView;
  }
}
