/** The examples, with their scores. Choosing one puts its texts into the fields. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Protocol } from '../../core/protocol.js';
import { areSame } from '../../state/scoring/document.js';
import type { ExampleEntry } from '../../state/scoring/examples.js';
import { chosenProtocol } from '../../state/page/settings.js';
import { StateElement } from '../../state/state-element.js';
import { signed } from '../../text/numbers.js';
import { NO_SCORE } from '../../text/result/result-words.js';
import { chooseExample } from './read-examples.js';
import { methodOf, methodOfRun, sameMethod } from '../../core/method/scoring-method.js';
import * as words from '../../text/form/example-words.js';
import './examples.css';

export class ExampleList extends StateElement {
  private readonly examples = this.watch(({ $examples }) => $examples);
  private readonly example = this.watch(({ $example }) => $example);
  private readonly texts = this.watch(({ $texts }) => $texts);
  private readonly settings = this.watch(({ $settings }) => $settings);

  protected override render(): TemplateResult | null {
    const examples = this.examples.value;
    if (examples.kind === 'unread') return null;
    if (examples.kind === 'failed') return html`<p class="note">${words.NONE}</p>`;
    const example = this.example.value;
    const made = examples.entries.find(({ protocol }) => protocol)?.protocol;
    const chosen = example && areSame(example, this.texts.value) ? example.id : undefined;
    return html`<fieldset>
      <legend class="section-head">
        <span class="title">${words.EXAMPLES}</span><span class="end">${made ? words.examplesNote(made) : ''}</span>
      </legend>
      ${examples.entries.map((entry) => this.renderEntry(entry, entry.id === chosen))}
      ${examples.unreachable ? html`<p class="note" role="status">${words.UNREACHABLE}</p>` : null}
      ${made ? this.renderComparison(made) : null}
    </fieldset>`;
  }

  /** Warns if the person's settings differ from those of scripts/score-examples.ts, because the scores are not comparable. */
  private renderComparison(made: Protocol): TemplateResult | null {
    const result = this.example.value?.result;
    if (!result) return null;
    const protocol = chosenProtocol(this.settings.value);
    const theirs = methodOfRun(result);
    const yours = { ...methodOf(protocol, theirs.model), normalisation: theirs.normalisation };
    return sameMethod(yours, theirs) ? null : html`<p class="note">${words.otherProtocol(made, protocol)}</p>`;
  }

  private renderEntry({ id, title, quals, outcome }: ExampleEntry, chosen: boolean): TemplateResult {
    const score = quals !== undefined ? signed(quals) : outcome === 'unscorable' ? NO_SCORE : '';
    return html`<label>
      <input
        type="radio"
        name=${this.idOf('example')}
        .checked=${live(chosen)}
        @change=${() => chooseExample(this.state, this.state.$base.get(), id)}
      />
      <span>${title}</span>
      <span class="score">${score}</span>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-example-list': ExampleList;
  }
}
