/** What the parts of the page ask of the whole, as events: to open a result, to take texts that somebody sent, to edit. */
import type { DocumentForm } from '../features/document/document-form.js';
import type { OpenedEntry } from '../features/history/history-row.js';
import type { OpenedFile } from '../features/saved/open-saved.js';
import type { PageState } from '../state/page-state.js';
import type { Texts } from '../state/scoring/document.js';
import { takeTexts } from '../state/scoring/take-texts.js';
import type { DecodedShare, SharedTexts } from '../state/share/shared-texts.js';
import { openKept } from './opened-results/open-kept.js';
import { openSavedResult } from './opened-results/open-saved-result.js';

interface Page extends HTMLElement {
  readonly state: PageState;
  readonly form: DocumentForm;
  focusScore(): Promise<void>;
}

/** Heard at the page element itself: a part that has left the page meanwhile can still send its event there. */
export function answerRequests(page: Page): void {
  const { state } = page;

  const onTextsOpen = ({ detail }: CustomEvent<DecodedShare>): void => {
    state.$shared.set(detail);
    state.goTo('form');
  };

  const onTextsTake = ({ detail }: CustomEvent<SharedTexts>): void => {
    const { source, summary, protocol, preset } = detail;
    takeTexts(state, { source, summary });
    state.changeSettings({ protocol, preset });
    onTextsLeave();
  };

  const onTextsLeave = (): void => {
    state.$shared.set(undefined);
    page.form.focusField('source');
  };

  const onEditRequest = ({ detail }: CustomEvent<keyof Texts>): void => {
    page.form.focusField(detail);
    page.form.scrollIntoView({ block: 'start' });
  };

  page.addEventListener('edit-request', onEditRequest);
  page.addEventListener('focus-lost', () => void page.focusScore());
  page.addEventListener('saved-open', ({ detail }: CustomEvent<OpenedFile>) => void openSavedResult(state, detail));
  page.addEventListener('history-open', ({ detail }: CustomEvent<OpenedEntry>) => void openKept(state, detail));
  page.addEventListener('texts-open', onTextsOpen);
  page.addEventListener('texts-take', onTextsTake);
  page.addEventListener('texts-leave', onTextsLeave);
}

declare global {
  interface HTMLElementEventMap {
    'edit-request': CustomEvent<keyof Texts>;
    'focus-lost': CustomEvent;
  }
}
