/** After the last article: what is not answered, and the end. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isComplete, progressOf, type Study, type Work } from '../../../core/study/study.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/study/rate-words.js';

export class RateEnd extends StateElement {
  @property({ attribute: false }) study!: Study;
  @property({ attribute: false }) work!: Work;

  @state() private problem = '';

  protected override firstUpdated(): void {
    if (this.mayTakeFocus()) this.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { study, work } = this;
    const items = study.items.length;
    const left = study.items.flatMap((_, item) => (isComplete(work.answers.get(item)) ? [] : [item]));
    return html`
      <p class="eyebrow">${study.name} · ${words.annotatorLine(work.name)}</p>
      <h1 tabindex="-1">${words.endTitle(items)}</h1>
      <p class="lede">${words.endWords(progressOf(work), items)}</p>
      ${
        left.length > 0
          ? html`<section>
              <h2>${words.OPEN_ITEMS}</h2>
              <ul class="plain actions">
                ${left.map(
                  (item) =>
                    html`<li>
                      <button type="button" @click=${() => this.goTo(item)}>
                        ${words.openItem(item, work.answers.get(item)?.skipped ?? false)}
                      </button>
                    </li>`,
                )}
              </ul>
            </section>`
          : null
      }
      ${this.problem ? html`<p class="fault" role="alert">${this.problem}</p>` : null}
      <div class="actions">
        <button type="button" class="large" @click=${() => this.goTo(items - 1)}>${words.PREVIOUS}</button>
        <button type="button" class="primary large" @click=${this.finish}>${words.FINISH}</button>
        <button type="button" class="large quiet" @click=${() => this.state.$studyStep.set({ kind: 'open' })}>
          ${words.LEAVE}
        </button>
      </div>
      <p class="note">${words.FINISH_NOTE}</p>
    `;
  }

  private goTo(item: number): void {
    this.state.$studyStep.set({ kind: 'rate', annotator: this.work.id, item });
  }

  private readonly finish = async (): Promise<void> => {
    const { answered, skipped } = progressOf(this.work);
    if (answered + skipped < this.study.items.length) {
      this.problem = words.FINISH_FIRST;
      return;
    }
    await this.state.changeAnnotator(this.work.id, { finishedAt: new Date().toISOString() });
    this.state.$studyStep.set({ kind: 'open' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-rate-end': RateEnd;
  }
}
