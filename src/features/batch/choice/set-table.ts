/** The sets of a choice as a table. A measure that no row has gets no column. */
import { html, type TemplateResult } from 'lit';
import * as words from '../../../text/batch/choice-words.js';
import { count } from '../../../text/numbers.js';
import type { SetFacts } from './set-facts.js';

export function setTable(sets: readonly SetFacts[]): TemplateResult {
  const hasRouge = sets.some(({ rouge }) => rouge !== undefined);
  const hasJudge = sets.some(({ supported }) => supported !== undefined);
  const { SET_HEAD: head } = words;
  const heads = [
    head.summaries,
    head.articles,
    head.quals,
    ...(hasRouge ? [head.rouge] : []),
    ...(hasJudge ? [head.supported] : []),
  ];
  return html`<div class="wide-table" role="region" tabindex="0" aria-label=${words.TABLE}>
    <table aria-label=${words.TABLE}>
      <thead>
        <tr>
          <th scope="col">${head.name}</th>
          ${heads.map((name) => html`<th scope="col" class="number">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${sets.map(
          ({ name, summaries, articles, quals, rouge, supported }) =>
            html`<tr class=${name}>
              <th scope="row">${words.SET_NAMES[name]}</th>
              <td class="number">${count(summaries)}</td>
              <td class="number">${count(articles)}</td>
              <td class="number">${words.value(quals)}</td>
              ${hasRouge ? html`<td class="number">${words.share(rouge)}</td>` : null}
              ${hasJudge ? html`<td class="number">${words.share(supported)}</td>` : null}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
