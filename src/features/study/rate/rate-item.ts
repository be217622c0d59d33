/** One article with its two summaries, three questions, and the way to the next. Each answer is stored at once. */
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type SideAnswer, systemOfA, verdictOf } from '../../../core/study/side-order.js';
import { type Axis, isComplete, progressOf, type Study, type Work } from '../../../core/study/study.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/study/rate-words.js';
import { UNSAVED, UNSAVED_NOTE } from '../../../text/study/study-words.js';
import { actionOf } from './rate-keys.js';

export class RateItem extends StateElement {
  @property({ attribute: false }) study!: Study;
  @property({ attribute: false }) work!: Work;
  /** Index of the item in the study. */
  @property({ type: Number }) item = 0;

  @state() private problem = '';

  @query('h1') private heading!: HTMLElement;

  private readonly unsaved = this.watch(({ $studyUnsaved }) => $studyUnsaved);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('item')) this.problem = '';
  }

  /** Keys work while the focus is in the region, and a screen reader hears which article it is. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('item') || !this.mayTakeFocus()) return;
    this.heading.focus({ preventScroll: true });
    this.heading.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult | null {
    const { study, work, item } = this;
    const asked = study.items[item];
    if (!asked) return null;
    const ofA = systemOfA(study, work, asked);
    const progress = progressOf(work);
    const items = study.items.length;
    return html`<section class="rating" aria-labelledby=${this.idOf('rate-title')} @keydown=${this.onKey}>
      <header>
        <p class="eyebrow">${study.name} · ${words.annotatorLine(work.name)}</p>
        <h1 id=${this.idOf('rate-title')} tabindex="-1">${words.itemTitle(item, items)}</h1>
        <p class="progress">
          <progress
            max=${items}
            .value=${progress.answered + progress.skipped}
            aria-label=${words.progressWords(progress, items)}
          ></progress>
          <span>${words.progressWords(progress, items)}</span>
        </p>
      </header>
      ${
        this.unsaved.value
          ? html`<quals-notice-box tone="stopped" .heading=${UNSAVED}><p>${UNSAVED_NOTE}</p></quals-notice-box>`
          : null
      }
      ${repeat(
        [item],
        () => item,
        () =>
          html`<div class="texts">
              <section class="article">
                <h2 id=${this.idOf('rate-article')}>${words.ARTICLE}</h2>
                <div
                  class="whole-text"
                  role="region"
                  tabindex="0"
                  dir="auto"
                  aria-labelledby=${this.idOf('rate-article')}
                  .textContent=${asked.source}
                ></div>
              </section>
              <div class="sides">
                ${[words.SUMMARY_A, words.SUMMARY_B].map(
                  (name, side) =>
                    html`<section>
                      <h2>${name}</h2>
                      <p
                        class="summary-text"
                        dir="auto"
                        .textContent=${asked.summaries[side === 0 ? ofA : 1 - ofA]}
                      ></p>
                    </section>`,
                )}
              </div>
              <quals-rate-questions
                .verdicts=${work.answers.get(item)?.verdicts ?? {}}
                .ofA=${ofA}
                @rate-answer=${this.onAnswer}
              ></quals-rate-questions>
            </div>
            <quals-disclosure-box class="rate-note" .heading=${words.NOTE} ?open=${this.note !== ''}>
              <label for=${this.idOf('rate-note')}>${words.NOTE_LABEL}</label>
              <textarea id=${this.idOf('rate-note')} rows="2" .value=${this.note} @input=${this.onNote}></textarea>
            </quals-disclosure-box>`,
      )}
      <p class=${this.problem ? 'fault' : ''} role="alert">${this.problem}</p>
      <div class="actions">
        <button type="button" class="large" ?disabled=${item === 0} @click=${this.previous}>${words.PREVIOUS}</button>
        <button type="button" class="large" @click=${this.skip}>${words.SKIP}</button>
        <button type="button" class="primary large" @click=${this.next}>${words.NEXT}</button>
        <button type="button" class="large quiet" @click=${() => this.state.$studyStep.set({ kind: 'open' })}>
          ${words.LEAVE}
        </button>
      </div>
      <p class="note keys">${words.KEYS_NOTE}</p>
    </section>`;
  }

  private get note(): string {
    return this.work.answers.get(this.item)?.note ?? '';
  }

  private goTo(item: number): void {
    this.state.$studyStep.set({ kind: 'rate', annotator: this.work.id, item });
  }

  private answer(axis: Axis, side: SideAnswer): void {
    const { study, work, item } = this;
    const asked = study.items[item];
    if (!asked) return;
    const verdict = verdictOf(side, systemOfA(study, work, asked));
    const verdicts = { ...work.answers.get(item)?.verdicts, [axis]: verdict };
    this.problem = '';
    void this.state.changeAnswer(work.id, item, { verdicts, skipped: false });
  }

  private readonly onAnswer = ({ detail }: HTMLElementEventMap['rate-answer']): void =>
    this.answer(detail.axis, detail.side);

  private readonly onNote = ({ target }: Event): void =>
    void this.state.changeAnswer(this.work.id, this.item, { note: (target as HTMLTextAreaElement).value });

  private readonly next = (): void => {
    const answer = this.work.answers.get(this.item);
    if (isComplete(answer) || answer?.skipped) this.goTo(this.item + 1);
    else this.problem = words.INCOMPLETE;
  };

  private readonly previous = (): void => {
    if (this.item > 0) this.goTo(this.item - 1);
  };

  private readonly skip = (): void => {
    const { work, item } = this;
    if (!isComplete(work.answers.get(item))) void this.state.changeAnswer(work.id, item, { skipped: true });
    this.goTo(item + 1);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    if (action.kind === 'answer') this.answer(action.axis, action.answer);
    else this[action.kind]();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-rate-item': RateItem;
  }
}
