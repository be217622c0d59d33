/** `<quals-app>`, the page: which of its parts are there, and where focus goes when they change. */
import { provide } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { PageElement } from '../components/element/page-element.js';
import type { DocumentForm } from '../features/document/document-form.js';
import { createPageState, pageStateContext } from '../state/page-state.js';
import { scoresOneText } from '../state/page/place.js';
import { type Session, sessionContext } from '../state/scoring/session.js';
import { WatchedStore } from '../state/watched-store.js';
import { FOOT } from '../text/page/page-words.js';
import { adoptSheets } from './sheets/page-sheets.js';
import { PAGES } from './pages.js';
import type { PageHost } from './page-host.js';
import { answerRequests } from './page-requests.js';
import { renderForm, renderResult } from './one-text.js';
import { startPage } from './start-page.js';
import '../styles/shared.css';
import './sheets/page.css';
import './sheets/page-head.css';
import './sheets/one-text.css';
import './sheets/print.css';

export class QualsApp extends PageElement {
  /**
   * For a page element in a document of others, or beside another page element: it leaves title, address, theme, stored
   * visit and service worker alone, and hears keys only in itself. Read when the element connects.
   */
  @property({ type: Boolean, reflect: true }) embedded = false;

  /** Of this document's page elements. Set it before the element is defined. */
  static pageHost: PageHost | undefined;
  /** Of this element alone. Read when the element connects. */
  @property({ attribute: false }) host: PageHost | undefined = QualsApp.pageHost;

  @provide({ context: pageStateContext })
  readonly state = createPageState();

  @provide({ context: sessionContext })
  session!: Session;

  @state() private isStarted = false;

  /** Resolves when the session is there. */
  readonly started = new Promise<void>((resolve) => (this.resolveStarted = resolve));
  private resolveStarted!: () => void;

  @query('quals-document-form') readonly form!: DocumentForm;

  private running: AbortController | undefined;
  private ranBefore = false;

  private readonly place = new WatchedStore(this, () => this.state.$place);
  private readonly run = new WatchedStore(this, () => this.state.$run);
  readonly shown = new WatchedStore(this, () => this.state.$shown);
  readonly openedRow = new WatchedStore(this, () => this.state.$openedRow);
  readonly storage = new WatchedStore(this, () => this.state.$storage);

  constructor() {
    super();
    answerRequests(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.running) return;
    if (!this.embedded && hasOtherOwner(this)) throw new Error(TWO_OWNERS);
    adoptSheets(this.getRootNode() as Document | ShadowRoot);
    this.running = new AbortController();
    if (!this.host) throw new Error(NO_HOST);
    void this.start(this.host, this.running.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved is connected again at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.running?.abort();
      this.running = undefined;
      this.isStarted = false;
    });
  }

  private async start(host: PageHost, signal: AbortSignal): Promise<void> {
    const session = await startPage(this, this.state, host, this.embedded, signal);
    if (signal.aborted) return;
    this.session = session;
    this.isStarted = true;
    this.resolveStarted();
  }

  /** A run without a result returns the focus to where it was started; a result takes the focus itself. */
  protected override async updated(): Promise<void> {
    const wasRunning = this.ranBefore;
    const { kind } = this.run.value;
    this.ranBefore = kind === 'running';
    if (!wasRunning || (kind !== 'stopped' && kind !== 'failed') || !scoresOneText(this.place.value)) return;
    await this.focusScore();
  }

  async focusScore(): Promise<void> {
    const controls = this.querySelector<PageElement>('quals-run-controls');
    await controls?.updateComplete;
    if (document.activeElement === document.body) controls?.querySelector('button')?.focus();
  }

  protected override render(): TemplateResult | null {
    if (!this.isStarted) return null;
    return html`
      <quals-page-header ?embedded=${this.embedded}></quals-page-header>
      ${this.embedded ? null : html`<quals-update-notice></quals-update-notice>`}
      <quals-page-status></quals-page-status>
      ${this.renderMain()}
      <footer class="page-foot"><p>${FOOT}</p></footer>
    `;
  }

  /** The one `main` of a document is not an embedded page. */
  private renderMain(): TemplateResult {
    return this.embedded
      ? html`<div class="main" tabindex="-1">${this.renderPlace()}</div>`
      : html`<main id="main" class="main" tabindex="-1">${this.renderPlace()}</main>`;
  }

  private renderPlace(): TemplateResult {
    const page = PAGES[this.place.value];
    if (page) return page();
    if (this.run.value.kind === 'running') return html`<quals-run-view></quals-run-view>`;
    const showsResult = this.place.value === 'result' && this.shown.value !== undefined;
    return showsResult ? renderResult(this) : renderForm(this);
  }
}

const NO_HOST = '<quals-app> needs its property "host". In a page of others, use <quals-scorer> in its place.';

const TWO_OWNERS =
  'Two <quals-app> elements would share the title, the address and the stored visit of this document. ' +
  'Give all but one of them the attribute "embedded".';

function hasOtherOwner(app: Element): boolean {
  return [...document.querySelectorAll(`${app.localName}:not([embedded])`)].some((other) => other !== app);
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-app': QualsApp;
  }
}
