/** What the page shows for one text and its summary: the form, and the result with the form below it. */
import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { PageState } from '../state/page-state.js';
import { addressOf } from '../state/page/place.js';
import * as words from '../text/form/form-words.js';
import { backToBatch } from '../text/page/page-words.js';

/** The page element, with the stores that it watches. */
interface Page {
  readonly state: PageState;
  readonly embedded: boolean;
  readonly shown: Watched<'$shown'>;
  readonly openedRow: Watched<'$openedRow'>;
  readonly storage: Watched<'$storage'>;
}

interface Watched<Name extends '$shown' | '$openedRow' | '$storage'> {
  readonly value: ReturnType<PageState[Name]['get']>;
}

export function renderResult(page: Page): TemplateResult {
  const { state, shown } = page;
  return html`
    ${renderWayBack(page)}
    ${keyed(
      shown.value,
      html`<quals-result-view
        .tools=${html`<quals-compare-this of="result"></quals-compare-this><quals-export-menu></quals-export-menu>`}
      ></quals-result-view>`,
    )}
    <section class="again" aria-labelledby=${state.idOf('again-title')}>
      <h2 id=${state.idOf('again-title')}>${words.EDIT_AGAIN}</h2>
      <div class="form-columns">
        <div>${renderFields(page)}</div>
        <quals-example-list></quals-example-list>
        <quals-open-saved></quals-open-saved>
      </div>
    </section>
  `;
}

/** Only while the result is that of the batch's row. */
function renderWayBack({ openedRow, shown }: Page): TemplateResult | null {
  const row = openedRow.value;
  const origin = shown.value?.origin;
  if (!row || origin?.kind !== 'file' || origin.fileName !== row.batch) return null;
  return html`<p class="eyebrow"><a href=${addressOf('batch')}>${backToBatch(row.index + 1, row.batch)}</a></p>`;
}

export function renderForm(page: Page): TemplateResult {
  return html`
    <quals-sent-texts></quals-sent-texts>
    <section class="intro">
      <h1>${words.TITLE}</h1>
      <p class="lede">${words.LEDE}</p>
      <p class="privacy">
        ${page.embedded ? words.PRIVACY_EMBEDDED : html`<strong>${words.PRIVACY}.</strong> ${words.PRIVACY_HOW}`}
      </p>
      ${page.shown.value ? html`<p><a href=${addressOf('result')}>${words.BACK_TO_RESULT}</a></p>` : null}
    </section>
    <div class="form-columns">
      <div>
        <quals-example-list></quals-example-list>
        <quals-open-saved></quals-open-saved>
        <h2 class="visually-hidden">${words.YOUR_TEXTS}</h2>
        ${renderFields(page)}
      </div>
      <quals-worked-example></quals-worked-example>
    </div>
    <quals-score-meanings></quals-score-meanings>
  `;
}

function renderFields({ embedded, storage }: Page): TemplateResult {
  return html`
    <quals-document-form></quals-document-form>
    <quals-first-look></quals-first-look>
    <quals-model-panel></quals-model-panel>
    <quals-run-controls></quals-run-controls>
    <quals-compare-this of="form"></quals-compare-this>
    <quals-settings-panel></quals-settings-panel>
    ${embedded ? null : html`<quals-share-texts></quals-share-texts>`}
    ${storage.value === 'kept' ? null : html`<p class="note">${words.storageNote(storage.value)}</p>`}
  `;
}
