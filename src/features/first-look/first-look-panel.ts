/** The first look under the summary field. It follows each edit and is no live region: a screen reader hears it on demand. */
import { consume } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { activeElementBeside } from '../../components/element/active-element.js';
import { carryMarks } from '../../core/first-look/carry-marks.js';
import type { FirstLook } from '../../core/first-look/first-look.js';
import { wordSpans } from '../../core/first-look/word-marks.js';
import type { LookAtTexts } from '../../state/first-look/first-look.js';
import { type Session, sessionContext } from '../../state/scoring/session.js';
import { StateElement } from '../../state/state-element.js';
import { faultWords } from '../../text/faults.js';
import * as words from '../../text/form/first-look-words.js';
import { TOO_FEW } from '../../text/result/verdict.js';
import './first-look.css';

/** With fewer words a summary says nothing that an article could support. */
const LEAST_WORDS = 3;
/** The model reads about 40,000 characters. A longer text is no summary, and drawing it at each key takes time. */
const MOST_CHARACTERS = 40_000;

/** Fires `focus-lost` if its focused button is removed after a click. */
export class FirstLookPanel extends StateElement {
  @consume({ context: sessionContext })
  @state()
  private session?: Session;

  /** What "Read the marked words" said; gone with the look that it was about. */
  @state() private spoken: { readonly of: FirstLook; readonly text: string } | undefined;

  private readonly lookState = this.watch(({ $lookState }) => $lookState);
  private readonly look = this.watch(({ $look }) => $look);
  private readonly texts = this.watch(({ $texts }) => $texts);

  private readonly run = this.watch(({ $run }) => $run);

  private hadFocus = false;

  protected override willUpdate(): void {
    this.hadFocus = this.contains(activeElementBeside(this));
  }

  protected override updated(): void {
    if (this.hadFocus && document.activeElement === document.body) {
      this.dispatchEvent(new CustomEvent('focus-lost', { bubbles: true }));
    }
  }

  protected override render(): TemplateResult | null {
    const body = this.renderBody();
    if (!body) return null;
    const id = this.idOf('first-look-title');
    return html`<section aria-labelledby=${id}>
      <header class="section-head">
        <h3 id=${id}>${words.FIRST_LOOK}</h3>
        <span>${words.WHAT_IT_IS}</span>
      </header>
      ${body}
    </section>`;
  }

  private renderBody(): TemplateResult | undefined {
    const now = this.lookState.value;
    switch (now.kind) {
      case 'off':
        return undefined;
      case 'unreadable': {
        const run = this.run.value;
        // A score has just said so in its notice.
        if (run.kind === 'failed' && run.fault.code === now.fault.code) return undefined;
        return html`<p class="note">${faultWords(now.fault).reason}</p>`;
      }
      case 'other-script':
        return html`<p class="note">${words.OTHER_SCRIPT}</p>`;
      case 'slow':
        return html`<p class="note">${words.slowNote(now.seconds, now.articleKept)}</p>
          <button type="button" @click=${() => this.state.lookAnyway()}>${words.LOOK_ANYWAY}</button>`;
      case 'failed': {
        const { title, reason } = faultWords(now.fault);
        return html`<p class="note">${title}. ${reason}</p>
          <button type="button" @click=${() => this.session?.reload()}>${words.LOOK_AGAIN}</button>`;
      }
      case 'looking':
      case 'taken':
        return this.renderLook(now.kind === 'looking');
    }
  }

  private renderLook(isStale: boolean): TemplateResult {
    const { source, summary } = this.texts.value;
    const last = this.look.value;
    // Marks of another article say nothing about this one.
    if (!last || last.texts.source !== source || summary.length > MOST_CHARACTERS) {
      return html`<p class="note">${words.READING}</p>`;
    }
    if (!isStale && wordSpans(summary).length < LEAST_WORDS) return html`<p class="note">${TOO_FEW.title}</p>`;
    return this.renderMarks(last, summary, isStale);
  }

  private renderMarks({ look, texts, articleKept }: LookAtTexts, summary: string, isStale: boolean): TemplateResult {
    const carried = carryMarks(look.words, texts.summary, summary);
    return html`
      <quals-look-marks .text=${summary} .words=${carried} .levels=${look.levels} ?stale=${isStale}></quals-look-marks>
      <p class="note says">${isStale ? words.RENEWING : words.whatItSays(look)}</p>
      ${articleKept ? null : html`<p class="note">${words.READ_AGAIN_EACH_TIME}</p>`}
      <p class="read">
        <button type="button" class="quiet" @click=${() => this.readWords(summary, { ...look, words: carried }, look)}>
          ${words.READ_WORDS}
        </button>
        <span role="status">${this.spoken?.of === look && !isStale ? this.spoken.text : ''}</span>
      </p>
    `;
  }

  /** Emptied first: a status that does not change is not read again. */
  private async readWords(summary: string, shown: FirstLook, of: FirstLook): Promise<void> {
    this.spoken = undefined;
    await this.updateComplete;
    this.spoken = { of, text: words.markedWords(summary, shown) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-first-look': FirstLookPanel;
  }
}
