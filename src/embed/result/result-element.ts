/** `<quals-result>`: a stored result in any page: the score, the marked summary and the per-token figure. No model, no worker. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PairSelectEvent, TokenPreviewEvent, TokenSelectEvent } from '../../charts/chart-events.js';
import { suggestedScale } from '../../charts/probability-scale.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import { shownFirst } from '../../core/judgement/evidence-order.js';
import type { ScoredPair } from '../../core/score.js';
import { type Verbatim, verbatimSentences } from '../../core/text/verbatim-sentences.js';
import { widestAnswerToken } from '../../state/scoring/result.js';
import { buttonStyles } from '../../styles/button-styles.js';
import { focusRing } from '../../styles/focus-ring.js';
import { hostStyles } from '../../styles/host-styles.js';
import * as embed from '../../text/embed/embed-words.js';
import * as words from '../../text/result/result-words.js';
import { tell } from '../shared/element-events.js';
import { registerRem } from '../shared/register-rem.js';
import { rootStyles } from '../shared/root-styles.js';
import { fetchRecord, readRecord, type ReadRecord } from './read-record.js';
import { resultElementStyles } from './result-element.styles.js';
import { scoreHead } from './score-head.js';

type Content =
  | { readonly kind: 'empty' | 'loading' }
  | { readonly kind: 'fault'; readonly fault: embed.ShowFault }
  | { readonly kind: 'shown'; readonly record: ResultRecord; readonly verbatim: Verbatim };

/**
 * @tag quals-result
 * @summary Shows a stored QUALS result. It needs no model and starts no worker.
 * @fires {CustomEvent<ResultDetail>} quals-result - The result is shown. `detail.record` is the checked record.
 * @fires {CustomEvent<ErrorDetail>} quals-error - The result cannot be shown. `detail.code` and `detail.message` say why.
 * @fires {CustomEvent<PairDetail>} quals-pair - A person selected a pair. `detail.index` is its place in `record.pairs`.
 * @cssprop --q-paper - Background. All tokens of src/styles/tokens.css can be set.
 */
export class QualsResult extends LitElement {
  static override styles = [hostStyles, buttonStyles, focusRing, ...rootStyles, resultElementStyles];

  /** Address of a record (JSON), relative to the document. */
  @property({ reflect: true }) src = '';

  /** `light` or `dark`. Without it, the element follows the page's color-scheme. */
  @property({ reflect: true }) theme = '';

  @state() private content: Content = { kind: 'empty' };
  @state() private pair = 0;
  @state() private token = -1;
  /** Under the pointer or the keyboard. */
  @state() private preview: number | undefined;

  private loading: AbortController | undefined;

  constructor() {
    super();
    registerRem();
  }

  /** A record as an object: parsed JSON of any version. Reading gives the shown record. */
  // With `noAccessor`, Lit only takes over a value that was set before the element was defined.
  @property({ attribute: false, noAccessor: true })
  get record(): ResultRecord | undefined {
    return this.content.kind === 'shown' ? this.content.record : undefined;
  }

  set record(value: unknown) {
    this.loading?.abort();
    if (value === undefined || value === null) this.content = { kind: 'empty' };
    else this.show(readRecord(value));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') && this.src !== '') void this.load(new URL(this.src, document.baseURI));
  }

  /** The newest address wins. */
  private async load(url: URL): Promise<void> {
    this.loading?.abort();
    const { signal } = (this.loading = new AbortController());
    this.content = { kind: 'loading' };
    const read = await fetchRecord(url, signal).catch(() => undefined);
    if (read && !signal.aborted) this.show(read);
  }

  private show(read: ReadRecord): void {
    if (!read.ok) {
      this.content = { kind: 'fault', fault: read.fault };
      tell(this, 'quals-error', { code: read.fault.kind, message: embed.showFault(read.fault) });
      return;
    }
    const { record } = read;
    const verbatim = verbatimSentences(record.texts.summary, record.texts.source);
    this.content = { kind: 'shown', record, verbatim };
    this.choose(shownFirst(record.pairs, verbatim.spans, record.firstLook)[0], record.pairs);
    tell(this, 'quals-result', { record });
  }

  private choose(index: number, pairs: readonly ScoredPair[]): void {
    this.pair = index;
    this.token = widestAnswerToken(pairs[index]);
    this.preview = undefined;
  }

  private select(index: number, pairs: readonly ScoredPair[]): void {
    this.choose(index, pairs);
    tell(this, 'quals-pair', { index });
  }

  protected override render(): TemplateResult {
    return html`<div class="reset">
      <article class="ground" lang="en" aria-label=${embed.RESULT}>${this.renderContent()}</article>
    </div>`;
  }

  private renderContent(): TemplateResult {
    const { content } = this;
    switch (content.kind) {
      case 'empty':
        return html`<p class="note">${embed.NO_RECORD}</p>`;
      case 'loading':
        return html`<p class="note" role="status">${embed.LOADING}</p>`;
      case 'fault':
        return html`<p class="fault" role="alert">
          <strong>${embed.CANNOT_SHOW}</strong> ${embed.showFault(content.fault)}
        </p>`;
      case 'shown':
        return this.renderRecord(content.record, content.verbatim);
    }
  }

  private renderRecord(record: ResultRecord, verbatim: Verbatim): TemplateResult {
    const { pairs, texts } = record;
    const pair = pairs[this.pair];
    return html`
      ${scoreHead(record, verbatim)}
      <section>
        <div class="bar"><h3>${pair ? words.WHERE : words.SUMMARY_TEXT}</h3></div>
        ${
          pair
            ? html`<quals-marked-summary
                .text=${texts.summary}
                .pairs=${pairs}
                .verbatim=${verbatim.spans}
                .selected=${this.pair}
                @pair-select=${({ index }: PairSelectEvent) => this.select(index, pairs)}
              ></quals-marked-summary>`
            : html`<p class="summary" dir="auto">${texts.summary}</p>`
        }
      </section>
      ${pair ? this.renderFigure(pair, pairs) : nothing}
    `;
  }

  private renderFigure(pair: ScoredPair, pairs: readonly ScoredPair[]): TemplateResult {
    const scale = suggestedScale([pair]);
    return html`<section>
      <div class="bar">
        <h3>${words.WHY}</h3>
        <quals-chart-legend .scale=${scale}></quals-chart-legend>
        ${pairs.length > 1 ? this.renderSteps(pairs) : nothing}
      </div>
      <div class="figure">
        <quals-token-chart
          .pair=${pair}
          .scale=${scale}
          .caption=${words.pairOf(this.pair, pairs.length)}
          .selectedToken=${this.token}
          @token-select=${({ token }: TokenSelectEvent) => (this.token = token)}
          @token-preview=${({ token }: TokenPreviewEvent) => (this.preview = token ?? undefined)}
        ></quals-token-chart>
        <quals-token-detail .pair=${pair} .token=${this.preview ?? this.token}></quals-token-detail>
      </div>
      <quals-disclosure-box .heading=${words.AS_TABLE}>
        <quals-token-table .pair=${pair} .selectedToken=${this.token}></quals-token-table>
      </quals-disclosure-box>
    </section>`;
  }

  /** The numbers in the summary select a pair too. */
  private renderSteps(pairs: readonly ScoredPair[]): TemplateResult {
    const step = (by: number, name: string): TemplateResult => {
      const index = this.pair + by;
      const isEnd = pairs[index] === undefined;
      return html`<button
        type="button"
        aria-disabled=${isEnd ? 'true' : 'false'}
        @click=${() => (isEnd ? undefined : this.select(index, pairs))}
      >
        ${name}
      </button>`;
    };
    return html`<div class="end">${step(-1, embed.PAIR_BUTTONS.previous)} ${step(1, embed.PAIR_BUTTONS.next)}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-result': QualsResult;
  }
}
