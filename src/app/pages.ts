/** The pages beside the form and its result. Each fills the whole `main` and stays open while the model works. */
import { html, type TemplateResult } from 'lit';
import type { Place } from '../state/page/place.js';

export const PAGES: { readonly [place in Place]?: () => TemplateResult } = {
  history: () => html`<quals-history-page></quals-history-page>`,
  help: () => html`<quals-help-page></quals-help-page>`,
};
