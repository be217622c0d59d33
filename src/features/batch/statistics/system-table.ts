/** Each system's mean and median. */
import { html, type TemplateResult } from 'lit';
import * as words from '../../../text/batch/statistics-words.js';
import { count } from '../../../text/numbers.js';
import type { SystemStatistics } from './system-statistics.js';

/** `id`: of the heading. */
export function systemTable(id: string, systems: readonly SystemStatistics[]): TemplateResult {
  return html`<section>
    <h2 id=${id}>${words.SYSTEMS_TITLE}</h2>
    <div class="wide-table" role="region" tabindex="0" aria-labelledby=${id}>
      <table aria-labelledby=${id}>
        <thead>
          <tr>
            ${words.SYSTEM_HEAD.map((name, place) => html`<th scope="col" class=${place > 0 ? 'number' : ''}>${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${systems.map(
            ({ system, scored, unscorable, failed, mean, median }) =>
              html`<tr>
                <th scope="row">${system ?? words.ALL_ROWS}</th>
                <td class="number">${count(scored)}</td>
                <td class="number">${count(unscorable)}</td>
                <td class="number">${count(failed)}</td>
                <td class="number strong">${words.number(mean?.value ?? null)}</td>
                <td class="number">${mean ? words.interval(mean.interval) : ''}</td>
                <td class="number">${words.number(median)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="note">${words.INTERVAL_NOTE}</p>
  </section>`;
}
