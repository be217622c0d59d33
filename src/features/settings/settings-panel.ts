/** The settings: protocol, number of paths, scale, device; and what is stored. */
import { consume } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { PresetName, ProtocolName } from '../../core/protocol.js';
import { usesModel } from '../../state/scoring/run.js';
import { type Session, sessionContext } from '../../state/scoring/session.js';
import type { Settings } from '../../state/page/settings.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/form/settings-words.js';
import { choiceTemplate } from './choice.js';
import { deviceChoice } from './while-in-use.js';
import './settings.css';

export class SettingsPanel extends StateElement {
  @consume({ context: sessionContext })
  @state()
  private session?: Session;

  @query('h3[tabindex]') private stored!: HTMLElement;

  private readonly settings = this.watch(({ $settings }) => $settings);
  private readonly model = this.watch(({ $model }) => $model);
  private readonly run = this.watch(({ $run }) => $run);
  private readonly persisted = this.watch(({ $persisted }) => $persisted);

  protected override render(): TemplateResult {
    const { protocol, preset, device, scale } = this.settings.value;
    return html`<quals-disclosure-box .heading=${words.SETTINGS} .note=${words.summaryOf(this.settings.value)}>
      ${choiceTemplate(words.PROTOCOL, protocol, (value) => this.state.changeSettings({ protocol: value as ProtocolName }))}
      ${choiceTemplate(words.PATHS, preset, (value) => this.state.changeSettings({ preset: value as PresetName }))}
      ${choiceTemplate(words.SCALE, scale, (value) => this.state.changeSettings({ scale: value as Settings['scale'] }))}
      ${this.renderFirstLook()}
      ${choiceTemplate(deviceChoice(this.model.value, this.run.value), device, (value) => this.chooseDevice(value as Settings['device']))}
      ${this.renderStored()}
    </quals-disclosure-box>`;
  }

  private renderFirstLook(): TemplateResult {
    const model = this.model.value;
    if (model.kind === 'ready' && !model.model.firstLook) {
      return html`<div class="setting">
        <h3>${words.FIRST_LOOK.label}</h3>
        <p class="note">${words.NO_FIRST_LOOK}</p>
      </div>`;
    }
    return choiceTemplate(words.FIRST_LOOK, this.settings.value.firstLook, (value) =>
      this.state.changeSettings({ firstLook: value as Settings['firstLook'] }),
    );
  }

  private renderStored(): TemplateResult {
    const model = this.model.value;
    const bytes = model.kind === 'ready' && model.model.stored ? model.model.bytes : undefined;
    const asked = this.settings.value.acceptedModels.length > 0;
    return html`<div class="setting">
      <h3 tabindex="-1">${words.STORED}</h3>
      <p class="note">${words.storedNote(bytes, asked, this.persisted.value)}</p>
      ${asked ? this.renderRemoval() : null}
    </div>`;
  }

  private renderRemoval(): TemplateResult {
    return usesModel(this.run.value)
      ? html`<p class="note">${words.REMOVE_IN_USE}</p>`
      : html`<button type="button" @click=${this.removeModel}>${words.REMOVE_MODEL}</button>`;
  }

  /** The button disappears with the model; the focus moves close by. */
  private readonly removeModel = async (): Promise<void> => {
    await this.session?.removeModel();
    await this.updateComplete;
    if (document.activeElement !== document.body) return;
    this.stored.focus();
  };

  /** A loaded model moves to the other device at once; otherwise the choice applies to the next load. */
  private chooseDevice(device: Settings['device']): void {
    this.state.changeSettings({ device });
    const { kind } = this.model.value;
    if (kind === 'ready' || kind === 'failed') void this.session?.reload();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-settings-panel': SettingsPanel;
  }
}
