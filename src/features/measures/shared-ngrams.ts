/** The n-grams that ROUGE counts, in both texts: pointing at one, or moving to it with the arrow keys, shows its partners. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { PageElement } from '../../components/element/page-element.js';
import { type RougeMatch, rougeMatches } from '../../core/measures/rouge-matches.js';
import * as words from '../../text/measures/measure-words.js';
import { type SharedPiece, sharedPieces } from './shared-pieces.js';
import './shared-ngrams.css';

export class SharedNgrams extends PageElement {
  @property() summary = '';
  /** The article, or a summary that a person wrote. */
  @property() reference = '';
  /** The name of `reference`. */
  @property() label = '';
  @property({ attribute: false }) n: 1 | 2 | 'L' = 1;

  /** The match that is shown; the place of the keyboard in the list. */
  @state() private active: number | undefined;
  @state() private place = 0;

  private found: readonly RougeMatch[] = [];
  private summaryPieces: readonly SharedPiece[] = [];
  private referencePieces: readonly SharedPiece[] = [];

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!['summary', 'reference', 'n'].some((name) => changed.has(name))) return;
    this.found = rougeMatches(this.summary, this.reference, this.n);
    this.summaryPieces = sharedPieces(
      this.summary,
      this.found.map((match) => [match.summary]),
    );
    this.referencePieces = sharedPieces(
      this.reference,
      this.found.map(({ reference }) => reference),
    );
    this.active = undefined;
    this.place = 0;
  }

  protected override render(): TemplateResult {
    return html`
      <div class="shared-columns">
        <div>
          <p class="eyebrow">${words.TEXTS.summary}</p>
          <p
            class="shared-text"
            dir="auto"
            role="group"
            aria-label=${words.ROUGE.summaryLabel}
            @pointerleave=${() => (this.active = undefined)}
            @focusout=${() => (this.active = undefined)}
          >
            <span class="pieces">${this.summaryPieces.map((piece) => this.renderOwn(piece))}</span>
          </p>
        </div>
        <div>
          <p class="eyebrow">${this.label}</p>
          <p
            class="shared-text long"
            dir="auto"
            role="region"
            aria-label=${this.label}
            tabindex="0"
            @pointerleave=${() => (this.active = undefined)}
          >
            <span class="pieces">${this.referencePieces.map((piece) => this.renderOther(piece))}</span>
          </p>
        </div>
      </div>
      <p class="note" role="status">${this.renderSaid()}</p>
    `;
  }

  /** The first piece of a match is its button. */
  private renderOwn({ text, matches, begins }: SharedPiece): TemplateResult {
    const own = begins[0] ?? matches.at(-1);
    if (own === undefined) return html`${text}`;
    const show = (): void => {
      this.active = own;
    };
    if (begins[0] === undefined) return html`<span class=${this.classes(matches)} @pointerenter=${show}>${text}</span>`;
    return html`<span
      class=${this.classes(matches)}
      role="button"
      tabindex=${own === this.place ? 0 : -1}
      data-match=${own}
      aria-pressed=${own === this.active ? 'true' : 'false'}
      @pointerenter=${show}
      @click=${show}
      @keydown=${this.onKey}
      @focus=${() => this.choose(own)}
      >${text}</span
    >`;
  }

  private renderOther({ text, matches }: SharedPiece): TemplateResult {
    const [first] = matches;
    if (first === undefined) return html`${text}`;
    return html`<span class=${this.classes(matches)} @pointerenter=${() => (this.active = first)}>${text}</span>`;
  }

  private classes(matches: readonly number[]): ReturnType<typeof classMap> {
    return classMap({ shared: true, partner: matches.some((match) => this.isActive(match)) });
  }

  /** The same n-gram at another place of the summary has the same partners. */
  private isActive(match: number): boolean {
    const active = this.active === undefined ? undefined : this.found[this.active]?.reference;
    return active !== undefined && this.found[match]?.reference[0]?.start === active[0]?.start;
  }

  private renderSaid(): string {
    if (this.found.length === 0) return words.ROUGE.none;
    const match = this.active === undefined ? undefined : this.found[this.active];
    if (!match) return words.ROUGE.hint;
    const { start, end } = match.summary;
    return words.ROUGE.places(this.summary.slice(start, end), match.reference.length, this.label.toLowerCase());
  }

  private choose(match: number): void {
    this.active = match;
    this.place = match;
    void this.scrollToPartner();
  }

  /** Within its own box: the page stays. */
  private async scrollToPartner(): Promise<void> {
    await this.updateComplete;
    const box = this.querySelector<HTMLElement>('.shared-text.long');
    const partner = box?.querySelector<HTMLElement>('.partner');
    if (box && partner) box.scrollTop = partner.offsetTop - box.offsetTop - box.clientHeight / 3;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const last = this.found.length - 1;
    const next = { ArrowRight: this.place + 1, ArrowLeft: this.place - 1, Home: 0, End: last }[event.key];
    if (next === undefined || next < 0 || next > last) return;
    event.preventDefault();
    this.querySelector<HTMLElement>(`[data-match="${next}"]`)?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-shared-ngrams': SharedNgrams;
  }
}
