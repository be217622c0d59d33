/** The two signs of the figure: a solid bar for the summary, a ring on a stem for the article. Their shapes differ, not only their colours. */
import { html, type TemplateResult } from 'lit';

export const summaryKey: TemplateResult = html`<svg
  class="key"
  width="12"
  height="14"
  viewBox="0 0 12 14"
  aria-hidden="true"
>
  <rect x="2" y="2" width="8" height="12" fill="var(--q-summary)" />
</svg>`;

export const articleKey: TemplateResult = html`<svg
  class="key"
  width="12"
  height="14"
  viewBox="0 0 12 14"
  aria-hidden="true"
>
  <line x1="6" y1="7" x2="6" y2="14" stroke="var(--q-article)" stroke-width="2" />
  <circle cx="6" cy="4.75" r="3.5" fill="none" stroke="var(--q-article)" stroke-width="2.25" />
</svg>`;
