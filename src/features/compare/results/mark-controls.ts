/** What is marked in the summaries, and the baseline that they are compared with. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ToggleChangeEvent } from '../../../components/toggle-group.js';
import * as words from '../../../text/compare/compare-words.js';
import type { Column } from './columns.js';

export type Marking = 'gaps' | 'differences' | 'both';

const MARKINGS: readonly Marking[] = ['gaps', 'differences', 'both'];

interface Choices {
  readonly mark: (marking: Marking) => void;
  readonly choose: (id: string) => void;
}

export function markControls(columns: readonly Column[], marking: Marking, { mark, choose }: Choices): TemplateResult {
  const baseline = columns.find(({ isBaseline }) => isBaseline)?.summary.id;
  const hasVerbatim = columns.some(({ given }) => given !== undefined && given.verbatim.spans.length > 0);
  return html`<div class="mark-controls">
    <div class="choices">
      <span aria-hidden="true">${words.MARK.label}</span>
      <quals-toggle-group
        .label=${words.MARK.label}
        .options=${MARKINGS.map((value) => ({ value, label: words.MARK[value] }))}
        .value=${marking}
        @toggle-change=${({ value }: ToggleChangeEvent) => mark(value as Marking)}
      ></quals-toggle-group>
      <label>
        ${words.BASELINE_LABEL}
        <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
          ${columns.map(
            ({ summary, name }) =>
              html`<option value=${summary.id} .selected=${live(summary.id === baseline)}>${name}</option>`,
          )}
        </select>
      </label>
      ${
        marking === 'gaps'
          ? null
          : html`<span class="bold-means"
              ><strong>${words.BOLD}</strong>: ${words.BOLD_MEANS} ${nameOf(columns)}.</span
            >`
      }
    </div>
    ${marking === 'differences' ? null : html`<quals-gap-legend ?verbatim=${hasVerbatim}></quals-gap-legend>`}
  </div>`;
}

function nameOf(columns: readonly Column[]): string {
  return columns.find(({ isBaseline }) => isBaseline)?.name ?? '';
}
