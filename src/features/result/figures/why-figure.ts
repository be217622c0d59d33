/** The article's figure for two pairs side by side, with the numbers of one token under it. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { TokenPreviewEvent, TokenSelectEvent } from '../../../charts/chart-events.js';
import { sharedExponent, suggestedScale } from '../../../charts/probability-scale.js';
import { afterPaint } from '../../../components/element/after-paint.js';
import type { ToggleChangeEvent } from '../../../components/toggle-group.js';
import type { ScoredPair } from '../../../core/score.js';
import type { Letter } from '../../../state/scoring/result.js';
import type { Settings } from '../../../state/page/settings.js';
import { StateElement } from '../../../state/state-element.js';
import { signed } from '../../../text/numbers.js';
import * as words from '../../../text/result/result-words.js';
import './why-figure.css';

interface Drawn {
  readonly letter: Letter;
  readonly index: number;
  readonly pair: ScoredPair;
}

export class WhyFigure extends StateElement {
  @property({ attribute: false }) pairs: readonly ScoredPair[] = [];

  /** The token under the pointer or the keyboard. */
  @state() private preview: { readonly of: Letter; readonly token: number } | undefined;
  /** A narrow page shows one chart at a time. */
  @state() private seen: Letter = 'a';

  private readonly selection = this.watch(({ $selection }) => $selection);
  private readonly settings = this.watch(({ $settings }) => $settings);

  /** The list and the summary show a new selection first. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await afterPaint();
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const { extent, unit } = this.settings.value;
    const drawn = this.drawn();
    const pairs = drawn.map(({ pair }) => pair);
    const chosen = this.settings.value.scale;
    const scale = chosen === 'auto' ? suggestedScale(pairs) : chosen;
    const exponent = sharedExponent(pairs, unit, extent);
    return html`
      <header class="section-head">
        <h2>${words.WHY}</h2>
        <quals-chart-legend></quals-chart-legend>
        <div class="end toggles">
          ${this.toggle('extent', extent, ['all', 'answer'])} ${this.toggle('unit', unit, ['word', 'token'])}
          ${this.toggle('scale', scale, ['linear', 'log'])}
        </div>
      </header>
      <figure aria-labelledby=${this.idOf('figure-caption')}>
        <div class="figure-panel">
          ${drawn.length > 1 ? this.renderSwitch(drawn) : null}
          <div class="charts" data-seen=${this.seen} data-count=${drawn.length}>
            ${drawn.map((each) => this.renderChart(each, scale, exponent))}
          </div>
          ${this.renderDetail(drawn)}
        </div>
        <figcaption id=${this.idOf('figure-caption')}>
          <strong>${words.CAPTION.lead}</strong> ${words.CAPTION.text(drawn.length)} ${words.CAPTION[scale]}
          ${words.CAPTION.mean}
        </figcaption>
      </figure>
      <quals-disclosure-box .heading=${words.AS_TABLE}>
        ${drawn.map(
          ({ letter, pair }) =>
            html`<quals-token-table
              .pair=${pair}
              .unit=${unit}
              .extent=${extent}
              .label=${letter.toUpperCase()}
              .selectedToken=${this.selectedToken(letter)}
            ></quals-token-table>`,
        )}
      </quals-disclosure-box>
    `;
  }

  /** Only A, if both letters mark the same pair. */
  private drawn(): readonly Drawn[] {
    const { a, b } = this.selection.value;
    const letters: readonly Letter[] = a === b ? ['a'] : ['a', 'b'];
    return letters.flatMap((letter) => {
      const index = this.selection.value[letter];
      const pair = this.pairs[index];
      return pair ? [{ letter, index, pair }] : [];
    });
  }

  private renderChart({ letter, index, pair }: Drawn, scale: 'linear' | 'log', exponent: number): TemplateResult {
    const { extent, unit } = this.settings.value;
    return html`<quals-token-chart
      data-letter=${letter}
      .pair=${pair}
      .scale=${scale}
      .extent=${extent}
      .unit=${unit}
      .exponent=${exponent}
      .label=${letter.toUpperCase()}
      .caption=${words.pairOf(index, this.pairs.length)}
      .selectedToken=${this.selectedToken(letter)}
      @token-select=${({ token }: TokenSelectEvent) => this.state.selectToken(letter, token)}
      @token-preview=${({ token }: TokenPreviewEvent) =>
        (this.preview = token === null ? undefined : { of: letter, token })}
    ></quals-token-chart>`;
  }

  private renderDetail(drawn: readonly Drawn[]): TemplateResult | null {
    const { token } = this.selection.value;
    const { of, token: index } = this.preview ?? { of: token.of, token: token.index };
    const { letter, pair } = drawn.find((each) => each.letter === of) ?? drawn[0] ?? {};
    if (!pair || !letter) return null;
    return html`<quals-token-detail
      .pair=${pair}
      .token=${index}
      .unit=${this.settings.value.unit}
      .label=${drawn.length > 1 ? letter.toUpperCase() : ''}
    ></quals-token-detail>`;
  }

  private renderSwitch(drawn: readonly Drawn[]): TemplateResult {
    const options = drawn.map(({ letter, index, pair }) => ({
      value: letter,
      label: `${letter.toUpperCase()}  ${words.COLUMNS.pair} ${index + 1}, ${signed(pair.quals)}`,
    }));
    return html`<quals-toggle-group
      class="narrow-only"
      .label=${words.FIGURE.which}
      .options=${options}
      .value=${this.seen}
      @toggle-change=${(event: ToggleChangeEvent) => (this.seen = event.value as Letter)}
    ></quals-toggle-group>`;
  }

  private toggle<Key extends 'extent' | 'unit' | 'scale'>(
    key: Key,
    value: Settings[Key],
    values: readonly Settings[Key][],
  ): TemplateResult {
    const labels = words.FIGURE[key] as Readonly<Record<string, string>>;
    return html`<quals-toggle-group
      .label=${words.FIGURE[key].label}
      .options=${values.map((each) => ({ value: each, label: labels[each] }))}
      .value=${value}
      @toggle-change=${(event: ToggleChangeEvent) => this.state.changeSettings({ [key]: event.value })}
    ></quals-toggle-group>`;
  }

  private selectedToken(letter: Letter): number {
    const { token } = this.selection.value;
    return token.of === letter ? token.index : -1;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-why-figure': WhyFigure;
  }
}
