/** One setting: its name, its choices, what they mean. */
import { html, type TemplateResult } from 'lit';
import type { ToggleChangeEvent, ToggleOption } from '../../components/toggle-group.js';

export interface Choice {
  readonly label: string;
  readonly choices: readonly ToggleOption[];
  readonly note: string;
}

export function choiceTemplate(
  { label, choices, note }: Choice,
  value: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`<div class="setting">
    <h3>${label}</h3>
    <quals-toggle-group
      .label=${label}
      .options=${choices}
      .value=${value}
      @toggle-change=${(event: ToggleChangeEvent) => choose(event.value)}
    ></quals-toggle-group>
    <p class="note">${note}</p>
  </div>`;
}
