/** `<quals-scorer>`: the whole page as an element of another page. */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { QualsApp } from '../../app/quals-app.js';
import { openSavedResult } from '../../app/opened-results/open-saved-result.js';
import type { Fault } from '../../core/errors.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import type { Device } from '../../core/scorer.js';
import { recordOf } from '../../state/scoring/shown-record.js';
import { showFault } from '../../text/embed/embed-words.js';
import { faultWords } from '../../text/faults.js';
import { folderUrl } from '../library/folder-url.js';
import { RUNTIME_URL, startLibraryWorker } from '../library/library-worker.js';
import { readRecord } from '../result/read-record.js';
import { tell } from '../shared/element-events.js';
import { registerRem } from '../shared/register-rem.js';
import { rootStyles } from '../shared/root-styles.js';
import { pageSheet } from './page-sheet.js';

const DEVICES: readonly (Device | 'auto')[] = ['auto', 'webgpu', 'wasm'];

/**
 * @tag quals-scorer
 * @summary The whole scorer: fields, model, run, result, help. The model is downloaded when a person presses Score.
 * @fires {CustomEvent<ResultDetail>} quals-result - A result is shown: computed, opened from a file, or set. `detail.record` has all of it.
 * @fires {CustomEvent<ErrorDetail>} quals-error - Loading or scoring failed, or a record cannot be shown.
 * @cssprop --q-paper - Background. All tokens of src/styles/tokens.css can be set.
 */
export class QualsScorer extends LitElement {
  static override styles = rootStyles;

  /** Folder with models/ and examples/, relative to the document: a copy of the QUALS page. Read when the element connects. */
  @property({ reflect: true }) base = '';

  /** Id of a model, the name of its folder; by default the shipped model. Read when the element connects. */
  @property({ reflect: true }) model = '';

  /** `auto`, `webgpu` or `wasm`. */
  @property({ reflect: true }) device: Device | 'auto' = 'auto';

  /** `light` or `dark`. Without it, the element follows the page's color-scheme. */
  @property({ reflect: true }) theme = '';

  /** Made here, so that its state can take texts before anything is shown. */
  private readonly app: QualsApp = document.createElement('quals-app');
  private leave: readonly (() => void)[] = [];

  constructor() {
    super();
    registerRem();
    this.app.embedded = true;
  }

  /** The article in its field. */
  @property({ attribute: false, noAccessor: true })
  get source(): string {
    return this.app.state.$texts.get().source;
  }

  set source(source: string) {
    this.app.state.$texts.set({ source, summary: this.summary });
  }

  /** The summary in its field. */
  @property({ attribute: false, noAccessor: true })
  get summary(): string {
    return this.app.state.$texts.get().summary;
  }

  set summary(summary: string) {
    this.app.state.$texts.set({ source: this.source, summary });
  }

  /** A record as an object: parsed JSON of any version. Reading gives the result that is shown. */
  @property({ attribute: false, noAccessor: true })
  get record(): ResultRecord | undefined {
    const shown = this.app.state.$shown.get();
    return shown && recordOf(shown);
  }

  set record(value: unknown) {
    const read = readRecord(value);
    if (read.ok) openSavedResult(this.app.state, { fileName: read.record.name ?? 'record', records: [read.record] });
    else tell(this, 'quals-error', { code: read.fault.kind, message: showFault(read.fault) });
  }

  /** As the Score button: downloads the model if it is not there. Resolves when the run has ended in any way. */
  async score(): Promise<void> {
    await this.app.started;
    await this.app.session.score();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.app.host = {
      base: folderUrl(this.base),
      model: this.model,
      startWorker: startLibraryWorker,
      runtimeUrl: RUNTIME_URL.href,
    };
    const { $shown, $run, $model } = this.app.state;
    this.leave = [
      $shown.listen((shown) => shown && tell(this, 'quals-result', { record: recordOf(shown) })),
      $run.listen((run) => run.kind === 'failed' && this.tellFault(run.fault)),
      $model.listen((model) => model.kind === 'failed' && this.tellFault(model.fault)),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const leave of this.leave) leave();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    root.adoptedStyleSheets = [pageSheet(), ...root.adoptedStyleSheets];
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('device') && DEVICES.includes(this.device)) this.app.state.changeSettings({ device: this.device });
  }

  protected override render(): TemplateResult {
    return html`<div class="reset"><div class="ground page-ground" lang="en">${this.app}</div></div>`;
  }

  private tellFault(fault: Fault): void {
    const { title, reason } = faultWords(fault);
    tell(this, 'quals-error', { code: fault.code, message: `${title}. ${reason}` });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-scorer': QualsScorer;
  }
}
