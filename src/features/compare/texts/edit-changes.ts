/** What an edit took out and put in. */
import { html, type TemplateResult } from 'lit';
import * as words from '../../../text/compare/compare-words.js';
import { type Change, wordChanges } from '../differences/word-diff.js';

/** Words taken out are struck through, words put in are underlined. */
export function editChanges(before: string, after: string): TemplateResult {
  const changes = wordChanges(before, after);
  if (!changes) return html`<p class="note">${words.TOO_LONG_TO_COMPARE}</p>`;
  return html`<div class="edit">
    <h3>${words.YOUR_EDIT}</h3>
    <p dir="auto">${changes.map(renderChange)}</p>
  </div>`;
}

function renderChange({ kind, text }: Change): TemplateResult {
  if (kind === 'same') return html`${text}`;
  // The space after the last word is no part of the mark.
  const marked = text.trimEnd();
  const space = text.slice(marked.length);
  return kind === 'added'
    ? html`<ins>${spoken(words.ADDED)}${marked}</ins>${space}`
    : html`<del>${spoken(words.REMOVED)}${marked}</del>${space}`;
}

/** Most screen readers do not say `ins` and `del`. */
function spoken(word: string): TemplateResult {
  return html`<span class="visually-hidden">(${word}) </span>`;
}
