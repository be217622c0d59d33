/** Which two systems, how many articles, and the name of the study. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { pairSystems, type Pairing } from '../../../core/study/pair-systems.js';
import { sampleItems } from '../../../core/study/side-order.js';
import { StateElement } from '../../../state/state-element.js';
import type { StudyStep } from '../../../state/study/study-state.js';
import * as words from '../../../text/study/study-words.js';

type SystemsStep = Extract<StudyStep, { readonly kind: 'systems' }>;

export class StudySystems extends StateElement {
  @property({ attribute: false }) step!: SystemsStep;

  @state() private chosen: readonly [string, string] = ['', ''];
  /** Undefined for all articles. */
  @state() private size: number | undefined;
  @state() private name = '';
  @state() private problem = '';

  override connectedCallback(): void {
    super.connectedCallback();
    const [first, second] = this.step.gathered.systems;
    this.chosen = [first?.name ?? '', second?.name ?? ''];
    this.name = this.step.name;
  }

  private get pairing(): Pairing {
    return pairSystems(this.step.gathered.articles, this.chosen);
  }

  protected override render(): TemplateResult {
    const { pairing } = this;
    const all = pairing.items.length;
    const isPair = this.chosen[0] !== this.chosen[1];
    return html`
      <h1 tabindex="-1">${words.SYSTEMS_TITLE}</h1>
      <p class="lede">${words.SYSTEMS_LEDE}</p>
      ${this.problem ? html`<p class="fault" role="alert">${this.problem}</p>` : null}
      <div class="column-parts">
        ${this.renderSystem(0)} ${this.renderSystem(1)}
        <div class="column-part">
          <label for=${this.idOf('study-size')}>${words.SAMPLE}</label>
          <input
            id=${this.idOf('study-size')}
            type="number"
            min="1"
            max=${all}
            aria-describedby=${this.idOf('study-size-note')}
            .value=${live(String(Math.min(this.size ?? all, all)))}
            @change=${({ target }: Event) => this.resize((target as HTMLInputElement).value, all)}
          />
          <span id=${this.idOf('study-size-note')} class="note">${words.sampleNote(all)}</span>
        </div>
        <div class="column-part">
          <label for=${this.idOf('study-name')}>${words.STUDY_NAME}</label>
          <input
            id=${this.idOf('study-name')}
            aria-describedby=${this.idOf('study-name-note')}
            .value=${this.name}
            @input=${({ target }: Event) => (this.name = (target as HTMLInputElement).value)}
          />
          <span id=${this.idOf('study-name-note')} class="note">${words.STUDY_NAME_NOTE}</span>
        </div>
      </div>
      <div class="pairing" role="status">
        ${(isPair ? [...words.pairingWords(pairing), ...this.step.notes] : [words.NEEDS_TWO]).map(
          (sentence) => html`<p>${sentence}</p>`,
        )}
      </div>
      <div class="actions">
        <button type="button" class="primary large" ?disabled=${!isPair || all === 0} @click=${this.start}>
          ${words.BEGIN_STUDY}
        </button>
        <button type="button" class="large" @click=${() => this.state.$studyStep.set({ kind: 'choose' })}>
          ${words.BACK}
        </button>
      </div>
    `;
  }

  private renderSystem(place: 0 | 1): TemplateResult {
    const id = this.idOf(`study-system-${place}`);
    return html`<div class="column-part">
      <label for=${id}>${place === 0 ? words.FIRST_SYSTEM : words.SECOND_SYSTEM}</label>
      <select
        id=${id}
        @change=${({ target }: Event) => {
          const { value } = target as HTMLSelectElement;
          this.chosen = place === 0 ? [value, this.chosen[1]] : [this.chosen[0], value];
        }}
      >
        ${this.step.gathered.systems.map(
          ({ name, articles }) =>
            html`<option value=${name} ?selected=${name === this.chosen[place]}>
              ${words.systemOption(name, articles)}
            </option>`,
        )}
      </select>
    </div>`;
  }

  /** The field shows the number that counts, also where what was typed changes nothing. */
  private resize(typed: string, all: number): void {
    this.size = sizeOf(typed, all);
    this.requestUpdate();
  }

  private readonly start = async (): Promise<void> => {
    const name = this.name.trim();
    if (name === '') {
      this.problem = words.NEEDS_NAME;
      return;
    }
    const seed = crypto.randomUUID();
    const { items, same } = this.pairing;
    await this.state.startStudy({
      id: crypto.randomUUID(),
      name,
      createdAt: new Date().toISOString(),
      seed,
      systems: this.chosen,
      items: sampleItems(items, this.size ?? items.length, seed),
      same,
    });
  };
}

/** Undefined where it is not a number of at least one article. */
function sizeOf(typed: string, all: number): number | undefined {
  const size = Math.floor(Number(typed));
  return size >= 1 ? Math.min(size, all) : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-study-systems': StudySystems;
  }
}
