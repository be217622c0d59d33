/** Differences between one system and each other one, on the articles that both summarised. */
import { html, type TemplateResult } from 'lit';
import * as words from '../../../text/batch/statistics-words.js';
import { count } from '../../../text/numbers.js';
import type { PairedDifference } from './system-statistics.js';

interface PairedTable {
  /** Of the heading. */
  readonly id: string;
  readonly paired: readonly PairedDifference[];
  readonly systems: readonly string[];
  /** The system that the others are compared with. */
  readonly than: string;
  readonly onThan: (system: string) => void;
}

export function pairedTable({ id, paired, systems, than, onThan }: PairedTable): TemplateResult {
  return html`<section>
    <header class="section-head">
      <h2 id=${id}>${words.PAIRED_TITLE}</h2>
      <label class="end"
        >${words.COMPARE_WITH}
        <select @change=${({ target }: Event) => onThan((target as HTMLSelectElement).value)}>
          ${systems.map((system) => html`<option ?selected=${system === than}>${system}</option>`)}
        </select></label
      >
    </header>
    <div class="wide-table" role="region" tabindex="0" aria-labelledby=${id}>
      <table aria-labelledby=${id}>
        <thead>
          <tr>
            ${words.PAIRED_HEAD.map((name, place) =>
              name === '' ? html`<td></td>` : html`<th scope="col" class=${place > 0 ? 'number' : ''}>${name}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${paired.map(
            ({ system, articles, higher, lower, difference }) =>
              html`<tr>
                <th scope="row">${system}</th>
                <td class="number">${count(articles)}</td>
                <td class="number">${count(higher)}</td>
                <td class="number">${count(lower)}</td>
                <td class="number strong">${words.number(difference?.value ?? null)}</td>
                <td class="number">${difference ? words.interval(difference.interval) : ''}</td>
                <td>${words.pairedVerdict(difference?.interval ?? null)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="note">${words.PAIRED_NOTE}</p>
  </section>`;
}
