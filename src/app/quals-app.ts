/** The page: which of its parts are there, and where focus goes when they change. */
import { provide } from '@lit/context';
import { StoreController } from '@nanostores/lit';
import { html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { PageElement } from '../components/page-element.js';
import type { DocumentForm } from '../features/document/document-form.js';
import type { Texts } from '../state/document.js';
import { createPageState, pageStateContext } from '../state/page-state.js';
import { $place, addressOf } from '../state/place.js';
import { $storage } from '../state/remember.js';
import { $shown } from '../state/result.js';
import { $run } from '../state/run.js';
import { type Session, sessionContext } from '../state/session.js';
import * as words from '../text/form-words.js';
import { FOOT } from '../text/page-words.js';
import '../features/document/document-form.js';
import '../features/document/run-controls.js';
import '../features/examples/example-list.js';
import '../features/examples/score-meanings.js';
import '../features/examples/worked-example.js';
import '../features/export/export-menu.js';
import '../features/help/help-page.js';
import '../features/model/model-panel.js';
import '../features/result/result-view.js';
import '../features/run/run-view.js';
import '../features/settings/settings-panel.js';
import '../features/update/update-notice.js';
import './page-header.js';
import './page-status.js';
import '../styles/shared.css';
import './page.css';

@customElement('quals-app')
export class QualsApp extends PageElement {
  @provide({ context: pageStateContext })
  readonly state = createPageState();

  @provide({ context: sessionContext })
  @property({ attribute: false })
  session!: Session;

  @query('document-form') private form!: DocumentForm;

  private ranBefore = false;

  private readonly place = new StoreController(this, $place);
  private readonly run = new StoreController(this, $run);
  private readonly shown = new StoreController(this, $shown);
  private readonly storage = new StoreController(this, $storage);

  /** A run that ends without a result gives the focus back to where it was started; a result takes it itself. */
  protected override async updated(): Promise<void> {
    const wasRunning = this.ranBefore;
    const { kind } = this.run.value;
    this.ranBefore = kind === 'running';
    if (!wasRunning || (kind !== 'stopped' && kind !== 'failed') || this.place.value === 'help') return;
    await this.focusScore();
  }

  private readonly focusScore = async (): Promise<void> => {
    const controls = this.querySelector<PageElement>('run-controls');
    await controls?.updateComplete;
    if (document.activeElement === document.body) controls?.querySelector('button')?.focus();
  };

  protected override render(): TemplateResult {
    return html`
      <page-header></page-header>
      <update-notice></update-notice>
      <page-status></page-status>
      <main id="main" tabindex="-1" @edit-request=${this.onEditRequest} @focus-lost=${this.focusScore}>
        ${this.renderPlace()}
      </main>
      <footer class="page-foot"><p>${FOOT}</p></footer>
    `;
  }

  private renderPlace(): TemplateResult {
    if (this.place.value === 'help') return html`<help-page></help-page>`;
    if (this.run.value.kind === 'running') return html`<run-view></run-view>`;
    const showsResult = this.place.value === 'result' && this.shown.value !== undefined;
    return showsResult ? this.renderResult() : this.renderForm();
  }

  private renderResult(): TemplateResult {
    return html`
      <result-view .tools=${html`<export-menu></export-menu>`}></result-view>
      <section class="again" aria-labelledby="again-title">
        <h2 id="again-title">${words.EDIT_AGAIN}</h2>
        <div class="form-columns">
          <div>${this.renderFields()}</div>
          <example-list></example-list>
        </div>
      </section>
    `;
  }

  private renderForm(): TemplateResult {
    return html`
      <section class="intro">
        <h1>${words.TITLE}</h1>
        <p class="lede">${words.LEDE}</p>
        <p class="privacy"><strong>${words.PRIVACY}.</strong> ${words.PRIVACY_HOW}</p>
        ${this.shown.value ? html`<p><a href=${addressOf('result')}>${words.BACK_TO_RESULT}</a></p>` : null}
      </section>
      <div class="form-columns">
        <div>
          <example-list></example-list>
          <h2 class="visually-hidden">${words.YOUR_TEXTS}</h2>
          ${this.renderFields()}
        </div>
        <worked-example></worked-example>
      </div>
      <score-meanings></score-meanings>
    `;
  }

  private renderFields(): TemplateResult {
    return html`
      <document-form></document-form>
      <model-panel></model-panel>
      <run-controls></run-controls>
      <settings-panel></settings-panel>
      ${this.storage.value === 'refused' ? html`<p class="note">${words.NOT_KEPT}</p>` : null}
    `;
  }

  private readonly onEditRequest = ({ detail }: CustomEvent<keyof Texts>): void => {
    this.form.focusField(detail);
    this.form.scrollIntoView({ block: 'start' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-app': QualsApp;
  }
  interface HTMLElementEventMap {
    'edit-request': CustomEvent<keyof Texts>;
    'focus-lost': CustomEvent;
  }
}
