/**
 * `<quals-stored-sets>`: what this device keeps under names, batches or studies, each with Open and Delete. Shared with the page “Rate”,
 * as the choice of rows is. Fires `set-open`, with the id.
 */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from '../../../components/element/page-element.js';
import * as words from '../../../text/batch/stored-sets-words.js';
import { DeletionQuestion } from './deletion-question.js';

export interface StoredSet {
  readonly id: string;
  readonly name: string;
  /** How large it is, and from when. */
  readonly note: string;
}

export class StoredSets extends PageElement {
  @property() heading = '';
  /** Asked before one is deleted. */
  @property() question = '';
  @property({ attribute: false }) sets: readonly StoredSet[] = [];
  /** Resolves when it is gone from `sets`. Rejects where it was not deleted. */
  @property({ attribute: false }) forget: (id: string) => Promise<void> = async () => {};
  /** Takes the focus when the last one is gone. */
  @property({ attribute: false }) next: () => HTMLElement | null = () => null;

  private readonly deletion = new DeletionQuestion(this);

  protected override render(): TemplateResult | null {
    if (this.sets.length === 0) return null;
    const { about, left } = this.deletion;
    return html`<section class="stored-sets" aria-label=${this.heading}>
      <h2>${this.heading}</h2>
      ${left ? html`<p class="fault" role="alert">${words.notDeleted(left)}</p>` : null}
      <ul class="plain">
        ${repeat(
          this.sets,
          ({ id }) => id,
          (set, place) =>
            html`<li>
              <span class="name">${set.name}</span>
              <span class="note">${set.note}</span>
              ${about === set.id ? this.renderQuestion(set, place) : this.renderActions(set)}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderActions({ id, name }: StoredSet): TemplateResult {
    const open = (): unknown => this.dispatchEvent(new CustomEvent('set-open', { detail: id }));
    return html`<span class="actions">
      <button type="button" aria-label="${words.OPEN} ${name}" @click=${open}>${words.OPEN}</button>
      <button type="button" class="quiet" aria-label="${words.DELETE} ${name}" @click=${() => this.ask(id)}>
        ${words.DELETE}
      </button>
    </span>`;
  }

  private renderQuestion(set: StoredSet, place: number): TemplateResult {
    return html`<span class="actions" role="group" aria-label=${this.question}>
      <span>${this.question}</span>
      <button type="button" @click=${() => this.delete(set, place)}>${words.DELETE}</button>
      <button type="button" class="keep" @click=${() => this.keep(place)}>${words.KEEP}</button>
    </span>`;
  }

  /** The question takes the place of its button. A second press of the key deletes nothing. */
  private async ask(id: string): Promise<void> {
    this.deletion.ask(id);
    await this.updateComplete;
    this.querySelector<HTMLElement>('.keep')?.focus();
  }

  private async keep(place: number): Promise<void> {
    this.deletion.ask('');
    await this.updateComplete;
    this.focusRow(place, 'button.quiet');
  }

  private async delete(set: StoredSet, place: number): Promise<void> {
    await this.deletion.delete(set, this.forget);
    await this.updateComplete;
    if (document.activeElement === document.body) this.focusRow(place, this.deletion.left ? 'button.quiet' : 'button');
  }

  /** The row at this place, or the last. One that is asked about gets no focus on its Delete. */
  private focusRow(place: number, button: string): void {
    const rows = this.querySelectorAll('li');
    const row = rows[Math.min(place, rows.length - 1)];
    const inRow = row && (row.querySelector<HTMLElement>('.keep') ?? row.querySelector<HTMLElement>(button));
    (row ? inRow : this.next())?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-stored-sets': StoredSets;
  }
}
