/** How QUALS agrees with the labels. */
import { html, type TemplateResult } from 'lit';
import * as words from '../../../text/batch/statistics-words.js';
import type { LabelStatistics } from './label-statistics.js';

/** `id`: of the heading. */
export function labelTable(
  id: string,
  { rows, pearson, spearman, auc, highest, positives }: LabelStatistics,
): TemplateResult {
  const measures = { pearson, spearman, auc };
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${words.LABEL_TITLE}</h2>
    <table aria-labelledby=${id}>
      <thead>
        <tr>
          ${words.LABEL_HEAD.map((name, place) => html`<th scope="col" class=${place > 0 ? 'number' : ''}>${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${Object.entries(measures).map(
          ([name, { value, interval }]) =>
            html`<tr>
              <th scope="row">${words.MEASURES[name as keyof typeof measures]}</th>
              <td class="number strong">${words.number(value)}</td>
              <td class="number">${words.interval(interval)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="note">${words.labelNote(rows, highest, positives)}</p>
  </section>`;
}
