/** Both texts and the settings as a link, or as a file where they are too long for one. */
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { saveFile } from '../../components/save-file.js';
import { encodeShare, LONGEST_LINK } from '../../state/share/share-link.js';
import { encodeTexts, type SharedTexts } from '../../state/share/shared-texts.js';
import { StateElement } from '../../state/state-element.js';
import { SHARE } from '../../text/share/share-words.js';
import './share.css';

export class ShareTexts extends StateElement {
  /** Of the present texts and settings; undefined before it is made. */
  @state() private link: string | undefined;
  private linked: SharedTexts | undefined;

  private readonly texts = this.watch(({ $texts }) => $texts);
  private readonly settings = this.watch(({ $settings }) => $settings);

  /** A link of other texts would mislead. */
  protected override willUpdate(): void {
    const { linked } = this;
    const now = this.shared;
    if (linked && encodeTexts(linked) !== encodeTexts(now)) this.link = this.linked = undefined;
  }

  protected override render(): TemplateResult {
    return html`<quals-disclosure-box .heading=${SHARE.heading} .note=${SHARE.note}>
      <div class="share">
        <p class="note">${SHARE.how}</p>
        <div role="status">${this.renderLink()}</div>
      </div>
    </quals-disclosure-box>`;
  }

  private renderLink(): TemplateResult {
    const { source, summary } = this.shared;
    if (source.trim() === '' && summary.trim() === '') return html`<p class="note">${SHARE.empty}</p>`;
    const { link } = this;
    if (link === undefined) return html`<button type="button" @click=${this.make}>${SHARE.make}</button>`;
    if (link.length > LONGEST_LINK)
      return html`<p>${SHARE.tooLong(link.length, LONGEST_LINK)}</p>
        <button type="button" @click=${this.save}>${SHARE.file}</button>`;
    return html`<input class="link" readonly aria-label=${SHARE.link} .value=${link} @focus=${selectAll} />
      <quals-copy-button .label=${SHARE.copy} .text=${link}></quals-copy-button>`;
  }

  private get shared(): SharedTexts {
    const { source, summary } = this.texts.value;
    const { protocol, preset } = this.settings.value;
    return { source, summary, protocol, preset };
  }

  private readonly make = async (): Promise<void> => {
    const { shared } = this;
    const { origin, pathname, search } = location;
    const link = `${origin}${pathname}${search}${await encodeShare(shared)}`;
    [this.linked, this.link] = [shared, link];
    await this.updateComplete;
    this.querySelector<HTMLElement>('.link, .share button')?.focus();
  };

  private readonly save = (): void =>
    saveFile(new Blob([encodeTexts(this.shared)], { type: 'application/json' }), 'quals-texts.json');
}

function selectAll(event: Event): void {
  (event.target as HTMLInputElement).select();
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-share-texts': ShareTexts;
  }
}
