/** The place under the Summary field for messages about the model (consent, loading, ready) and about an ended run. */
import { consume } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Fault } from '../../core/errors.js';
import type { LoadedModel } from '../../core/scorer.js';
import { addressOf } from '../../state/page/place.js';
import { type Session, sessionContext } from '../../state/scoring/session.js';
import { StateElement } from '../../state/state-element.js';
import { type FaultAction, faultWords } from '../../text/faults.js';
import * as words from '../../text/form/model-words.js';
import { type Notice, noticeTemplate } from './notice.js';
import './model.css';
import { activeElementBeside } from '../../components/element/active-element.js';

/**
 * Fires `edit-request` with the field to focus, 'source' or 'summary'. Fires `focus-lost` if the focused element is removed, for
 * instance the button of a notice after a click.
 */
export class ModelPanel extends StateElement {
  @consume({ context: sessionContext })
  @state()
  private session?: Session;

  /** Nothing of the form's run, on a page with texts of its own. */
  @property({ type: Boolean, attribute: 'model-only' }) modelOnly = false;

  private readonly model = this.watch(({ $model }) => $model);
  private readonly facts = this.watch(({ $modelFacts }) => $modelFacts);
  private readonly run = this.watch(({ $run }) => $run);
  private readonly pageStored = this.watch(({ $pageStored }) => $pageStored);

  private hadFocus = false;
  private seen: string | undefined;

  protected override willUpdate(): void {
    this.hadFocus = this.contains(activeElementBeside(this));
  }

  protected override updated(): void {
    if (this.hadFocus && document.activeElement === document.body) {
      this.dispatchEvent(new CustomEvent('focus-lost', { bubbles: true }));
    }
    this.showNews();
  }

  /** A key can start or stop a run while this element is not visible. */
  private showNews(): void {
    const { kind } = this.run.value;
    const isNew = kind !== this.seen && kind !== 'idle' && kind !== 'running';
    if (isNew && !this.modelOnly && this.mayTakeFocus()) this.scrollIntoView({ block: 'nearest' });
    this.seen = kind;
  }

  protected override render(): TemplateResult {
    return (this.modelOnly ? undefined : this.renderRun()) ?? this.renderModel();
  }

  private renderRun(): TemplateResult | undefined {
    const run = this.run.value;
    if (run.kind === 'failed') return noticeTemplate(this.faultNotice(run.fault));
    if (run.kind !== 'stopped') return undefined;
    const notice = { title: words.STOPPED_TITLE, reason: words.stoppedNote(run.questionsWritten) };
    return html`${noticeTemplate({ tone: 'notice', ...notice })}${this.renderModel()}`;
  }

  private renderModel(): TemplateResult {
    const model = this.model.value;
    switch (model.kind) {
      case 'absent':
        return this.renderConsent();
      case 'loading':
        return html`<quals-loading-panel
          .loading=${model}
          ?waited=${this.run.value.kind === 'waiting'}
          @loading-cancel=${() => this.session?.cancelLoad()}
        ></quals-loading-panel>`;
      case 'cancelled':
        return noticeTemplate({
          tone: 'notice',
          title: words.DOWNLOAD_CANCELLED,
          reason: words.cancelledNote(model.bytesDone),
          actions: [{ label: words.GO_ON, run: () => void this.session?.load() }],
        });
      case 'ready':
        return this.renderReady(model.model);
      case 'failed':
        return noticeTemplate(this.faultNotice(model.fault));
    }
  }

  private renderConsent(): TemplateResult {
    return html`<div class="consent">
      <p><strong>${words.CONSENT_LEAD}</strong> ${words.consent(this.facts.value?.bytes)}</p>
      <p><a href=${addressOf('help', 'privacy')}>${words.WHAT_IS_STORED}</a></p>
    </div>`;
  }

  private renderReady(model: LoadedModel): TemplateResult {
    return html`<div class="ready">
      <p>
        <strong>${words.READY}</strong> ${words.readyNote(model)}
        ${model.stored && this.pageStored.value ? words.READY_OFFLINE : ''}
      </p>
      ${
        model.refused.length === 0
          ? null
          : html`<details>
              <summary>${words.REFUSED_TITLE[model.device]}</summary>
              <p>${words.REFUSED_NOTE[model.device]}</p>
              <pre>${words.refusedReason(model.refused)}</pre>
            </details>`
      }
    </div>`;
  }

  private faultNotice(fault: Fault): Notice {
    const { remedies, tone, title, reason } = faultWords(fault);
    const actions = remedies.map(({ label, action }) => ({ label, run: () => void this.perform(action) }));
    const detail = isAboutTexts(fault) ? '' : `${fault.code}: ${fault.detail}`;
    return { tone, title, reason, actions, detail };
  }

  private async perform(action: FaultAction): Promise<void> {
    const { session } = this;
    switch (action) {
      case 'edit-source':
      case 'edit-summary': {
        const detail = action === 'edit-source' ? 'source' : 'summary';
        this.dispatchEvent(new CustomEvent('edit-request', { bubbles: true, detail }));
        return;
      }
      case 'keep-beginning':
        return session?.cutSource('beginning');
      case 'keep-end':
        return session?.cutSource('end');
      case 'load':
        return session?.load();
      case 'score':
        return session?.score();
      case 'score-quick':
        this.state.changeSettings({ preset: 'quick' });
        return session?.score();
      case 'use-processor':
        this.state.changeSettings({ device: 'wasm' });
        return session?.reload();
      case 'reload-page':
        location.reload();
    }
  }
}

/** The fault is about the fields, and its message says so in full. */
function isAboutTexts({ code }: Fault): boolean {
  return code.startsWith('source-') || code.startsWith('summary-');
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-model-panel': ModelPanel;
  }
}
