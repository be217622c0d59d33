/** What the article says to the selected question, and the article itself. Beside the figure it scrolls on its own. */
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { afterPaint } from '../../../components/element/after-paint.js';
import type { ScoredPair } from '../../../core/score.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/result/result-words.js';
import type { ArticlePane } from './article-pane.js';
import { type Link, PassageIndex } from './linked-passage.js';
import { passagesOf } from './passages.js';
import './reading-rail.css';

export class ReadingRail extends StateElement {
  @property() source = '';

  @query('.rail-scroll') private scroller!: HTMLElement;
  @query('quals-article-pane') private pane!: ArticlePane;

  private readonly selected = this.watch(({ $selectedPair }) => $selectedPair);
  private index = new PassageIndex('', []);
  private link: Link | undefined;
  private shownPair: ScoredPair | undefined;

  /** The list and the summary show a new selection first. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await afterPaint();
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('source')) this.index = new PassageIndex(this.source, passagesOf(this.source));
    const pair = this.selected.value;
    this.link = pair && this.index.linkFor(pair.question, pair.sourceAnswer.spans);
  }

  protected override async updated(): Promise<void> {
    if (this.shownPair === this.selected.value) return;
    const first = this.shownPair === undefined;
    this.shownPair = this.selected.value;
    await this.pane.updateComplete;
    if (!first) this.revealPassage();
  }

  protected override render(): TemplateResult {
    const pair = this.selected.value;
    return html`<div class="rail-scroll" tabindex="0" role="region" aria-label=${words.READING}>
      <quals-says-instead .pair=${pair} .link=${this.link} @passage-request=${this.goToPassage}></quals-says-instead>
      <quals-article-pane
        .source=${this.source}
        .passages=${this.index.passages}
        .linked=${this.link?.passage ?? -1}
        .answerSpans=${pair?.sourceAnswer.spans ?? []}
      ></quals-article-pane>
    </div>`;
  }

  /** Scrolls only the rail, and only if the passage is out of view, so that the page does not move. */
  private revealPassage(): void {
    const { scroller } = this;
    const passage = this.pane.linkedElement;
    if (!passage || scroller.scrollHeight <= scroller.clientHeight) return;
    const frame = scroller.getBoundingClientRect();
    const place = passage.getBoundingClientRect();
    if (place.top >= frame.top && place.bottom <= frame.bottom) return;
    scroller.scrollTop += place.top - frame.top - (frame.height - place.height) / 3;
  }

  private readonly goToPassage = (): void => {
    const passage = this.pane.linkedElement;
    passage?.scrollIntoView({ block: 'nearest' });
    passage?.focus({ preventScroll: true });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-reading-rail': ReadingRail;
  }
}
