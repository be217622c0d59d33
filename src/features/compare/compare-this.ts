/** From the form or a result to the comparison, with its texts; from a result that was opened there, back. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { addToComparison, isComparing } from '../../state/compare/another/another-comparison.js';
import { comparedOf, isCompared } from '../../state/compare/open-compared.js';
import { addressOf } from '../../state/page/place.js';
import type { ShownResult } from '../../state/scoring/result.js';
import { RunRefusal } from '../../state/run-refusal.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/compare/compare-words.js';

export class CompareThis extends StateElement {
  @property() of: 'form' | 'result' = 'form';

  /** Why the texts were not added just now. */
  private readonly refusal = new RunRefusal(this, () => this.state);

  private readonly shown = this.watch(({ $shown }) => $shown);
  private readonly comparison = this.watch(({ $comparison }) => $comparison);

  protected override render(): TemplateResult {
    const shown = this.of === 'result' ? this.shown.value : undefined;
    void this.comparison.value;
    const isBack = shown !== undefined && isCompared(this.state, shown.texts);
    const label = isBack ? words.BACK : shown ? words.COMPARE_THIS : words.COMPARE_FORM;
    return html`
      <button
        type="button"
        class=${shown ? '' : 'quiet'}
        @click=${() => (isBack ? this.goBack(shown) : this.add(shown))}
      >
        ${label}
      </button>
      <span class="note" role="status">
        ${this.refusal.reason ? html`${this.refusal.reason} <a href=${addressOf('compare')}>${words.BACK}</a>` : null}
      </span>
    `;
  }

  private add(shown: ShownResult | undefined): void {
    const { goTo, $compareView, $texts } = this.state;
    const added = addToComparison(this.state, shown?.texts ?? $texts.get(), shown && comparedOf(shown));
    if (added === 'running') return this.refusal.set(words.ADD_AFTERWARDS, () => isComparing(this.state));
    this.refusal.set(added === 'full' ? words.FULL : '');
    if (added === 'full') return;
    $compareView.set('texts');
    goTo('compare');
  }

  /** A result that was scored on the form meanwhile is the summary's score. */
  private goBack(shown: ShownResult): void {
    const { keepScore, goTo } = this.state;
    const { source, summaries } = this.comparison.value;
    const same = summaries.find(({ summary }) => source === shown.texts.source && summary === shown.texts.summary);
    if (same && same.scored?.texts.summary !== same.summary) keepScore(same.id, comparedOf(shown));
    goTo('compare');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-compare-this': CompareThis;
  }
}
