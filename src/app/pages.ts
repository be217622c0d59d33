/** The pages beside the form and its result. Each fills the whole `main` and stays open while the model works. */
import { html, type TemplateResult } from 'lit';
import type { Place } from '../state/page/place.js';

export const PAGES: { readonly [place in Place]?: () => TemplateResult } = {
  batch: () => {
    void import('./batch-elements.js').then(({ registerBatchElements }) => registerBatchElements());
    return html`<quals-batch-page></quals-batch-page>`;
  },
  rate: () => {
    void import('./study-elements.js').then(({ registerStudyElements }) => registerStudyElements());
    return html`<quals-study-page></quals-study-page>`;
  },
  compare: () =>
    html`<quals-compare-page
      .panels=${html`<quals-model-panel model-only></quals-model-panel><quals-settings-panel></quals-settings-panel>`}
    ></quals-compare-page>`,
  measures: () => html`<quals-measures-page></quals-measures-page>`,
  history: () => html`<quals-history-page></quals-history-page>`,
  help: () => html`<quals-help-page></quals-help-page>`,
};
