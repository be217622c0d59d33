/** `<quals-token-table>`: the data of a token chart as a table, for reading, copying and screen readers. */
import { LitElement, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ScoredPair } from '../../core/score.js';
import { hostStyles } from '../../styles/host-styles.js';
import { tableStyles } from '../../styles/table-styles.js';
import { ordinal, probabilityOf, timesAsLikely } from '../../text/charts/chart-numbers.js';
import { GIVEN_ARTICLE, GIVEN_SUMMARY, TABLE, labelOf } from '../../text/charts/chart-words.js';
import { signed } from '../../text/numbers.js';
import { differenceOf, markOfToken, marksOf, type Extent, type Mark, type Unit } from '../marks.js';
import { articleKey, summaryKey } from '../series-key.js';

export class TokenTable extends LitElement {
  static override styles = [
    hostStyles,
    tableStyles,
    css`
      .scroll {
        overflow-x: auto;
      }

      :focus-visible {
        outline: 2px solid var(--q-ink);
        outline-offset: 2px;
      }

      table {
        min-width: 34rem;
        font-size: 0.8125rem;
        line-height: 1.1875rem;
      }

      caption {
        padding-bottom: var(--q-s2);
        color: var(--q-ink);
        font: 1rem/1.375rem var(--q-serif);
        text-align: start;
      }

      th,
      td {
        padding-block: 0.25rem;
      }

      .key {
        display: inline-block;
        margin-inline-end: 0.25rem;
        vertical-align: -2px;
      }

      tbody th {
        font-weight: 500;
      }

      .answer,
      .end {
        background: var(--q-band);
      }

      .answer th {
        font-weight: 700;
      }

      .separator th,
      .end th {
        font-style: italic;
      }

      tr[aria-current='true'] {
        outline: 1.5px solid var(--q-ink);
        outline-offset: -1px;
      }

      tbody tr > :first-child {
        padding-inline-start: 0.375rem;
      }

      tfoot th,
      tfoot td {
        padding-top: 0.5rem;
        font-weight: 600;
      }

      tfoot th {
        padding-inline-start: 0.375rem;
      }
    `,
  ];

  @property({ attribute: false }) pair: ScoredPair | undefined;
  @property() extent: Extent = 'all';
  @property() unit: Unit = 'word';
  @property({ type: Number }) selectedToken = -1;
  @property() label = '';

  protected override render(): TemplateResult {
    const { pair } = this;
    if (!pair) return html``;
    const marks = marksOf(pair, this.unit, this.extent);
    const selected = markOfToken(marks, this.selectedToken);
    const shown = marks.reduce((total, { count }) => total + count, 0);
    const mean = marks.reduce((total, mark) => total + differenceOf(mark), 0) / shown;
    const caption = TABLE.caption(pair, this.label);
    return html`
      <div class="scroll" role="region" aria-label=${caption} tabindex="0">
        <table>
          <caption>
            ${caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${TABLE.token[this.unit]}</th>
              <th scope="col">${TABLE.part}</th>
              <th scope="col" class="number">${summaryKey}${GIVEN_SUMMARY}</th>
              <th scope="col" class="number">${articleKey}${GIVEN_ARTICLE}</th>
              <th scope="col">${TABLE.times}</th>
              <th scope="col" class="number">${TABLE.difference}</th>
              <th scope="col" class="number">${TABLE.rankSummary}</th>
              <th scope="col" class="number">${TABLE.rankArticle}</th>
            </tr>
          </thead>
          <tbody>
            ${marks.map((mark, index) => renderRow(pair, mark, index === selected))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colspan="5">${TABLE.mean(shown)}</th>
              <td class="number">${signed(mean)}</td>
              <td colspan="2"></td>
            </tr>
          </tfoot>
        </table>
      </div>
    `;
  }
}

function renderRow(pair: ScoredPair, mark: Mark, selected: boolean): TemplateResult {
  const tokens = pair.tokens.slice(mark.first, mark.first + mark.count);
  const ranks = (of: 'summaryRank' | 'sourceRank'): string => tokens.map((token) => ordinal(token[of])).join(', ');
  return html`<tr class=${mark.part} aria-current=${selected ? 'true' : 'false'}>
    <th scope="row" dir="auto">${labelOf(mark.text, mark.part)}</th>
    <td>${TABLE.parts[mark.part]}</td>
    <td class="number">${probabilityOf(mark.summaryLogProb)}</td>
    <td class="number">${probabilityOf(mark.sourceLogProb)}</td>
    <td>${timesAsLikely(differenceOf(mark))}</td>
    <td class="number">${signed(differenceOf(mark), 2)}</td>
    <td class="number">${ranks('summaryRank')}</td>
    <td class="number">${ranks('sourceRank')}</td>
  </tr>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-token-table': TokenTable;
  }
}
