/** Score and Stop, how far the run is, and what ended it. */
import { consume } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ComparingNow } from '../../state/compare/compare-run.js';
import { usesModel } from '../../state/scoring/run.js';
import { distinctNames } from '../../state/compare/names.js';
import { idsToScore } from '../../state/compare/score-comparison.js';
import { LostFocus } from '../../state/lost-focus.js';
import { chosenProtocol } from '../../state/page/settings.js';
import { type Session, sessionContext } from '../../state/scoring/session.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/compare/compare-words.js';
import { SCORE_KEYS } from '../../text/form/form-words.js';
import { headline } from '../../text/form/run-words.js';
import { protocolLine } from '../../text/form/settings-words.js';
import { missingIn, startComparing } from './start-comparing.js';

/** The share of a score's time after its questions are written. */
const AFTER_WRITING = 0.1;

const MISSING = { article: words.NO_ARTICLE, summary: words.TOO_FEW_TEXTS, nothing: '' } as const;

export class CompareControls extends StateElement {
  @consume({ context: sessionContext })
  @state()
  private session?: Session;

  /** Without Score where all is scored. */
  @property({ type: Boolean }) results = false;

  /** Score and Stop take each other's place; where all is scored, nothing does. */
  protected readonly focusMoves = new LostFocus(
    this,
    () => this.querySelector('button') ?? this.closest('quals-compare-page')?.querySelector<HTMLElement>('h1'),
  );

  private readonly comparison = this.watch(({ $comparison }) => $comparison);
  private readonly run = this.watch(({ $compareRun }) => $compareRun);
  private readonly page = this.watch(({ $run }) => $run);
  private readonly settings = this.watch(({ $settings }) => $settings);
  private readonly model = this.watch(({ $model }) => $model);
  private readonly facts = this.watch(({ $modelFacts }) => $modelFacts);

  protected override render(): TemplateResult {
    const run = this.run.value;
    // The model's version decides what has to be scored again.
    void [this.model.value, this.facts.value];
    return html`
      ${run.kind === 'running' ? this.renderRunning(run) : this.renderIdle(idsToScore(this.state).length)}
      <p class=${run.kind === 'running' ? 'visually-hidden' : 'said'} role="status">${this.said()}</p>
    `;
  }

  private renderRunning(run: ComparingNow): TemplateResult {
    const { done, waiting, run: one } = run;
    const all = done + 1 + waiting.length;
    const share = one ? (1 - AFTER_WRITING) * Math.min(1, one.written.length / one.protocol.search.paths) : 0;
    return html`
      <div class="comparing">
        <p><strong>${this.scoringLine(run)}</strong> ${one ? headline(one) : words.LOADING}</p>
        <progress max=${all} value=${done + share} aria-label=${this.scoringLine(run)}></progress>
      </div>
      <button type="button" class="large" aria-disabled=${run.stopping ? 'true' : 'false'} @click=${run.stop}>
        ${run.stopping ? words.STOPPING : words.STOP}
      </button>
    `;
  }

  private renderIdle(left: number): TemplateResult | null {
    const all = this.comparison.value.summaries.filter(({ summary }) => summary.trim() !== '').length;
    if (this.results && left === 0) return null;
    const label = left === 0 && all > 1 ? words.SEE_RESULT : left < all ? words.scoreSome(left) : words.SCORE_ALL;
    const isBusy = usesModel(this.page.value);
    return html`
      <button
        type="button"
        class="primary large"
        aria-disabled=${isBusy ? 'true' : 'false'}
        @click=${() => startComparing(this.state, this.session)}
      >
        ${label}
      </button>
      <p class="run-plan">
        <span>${protocolLine(chosenProtocol(this.settings.value))}</span>
        <span class="keys">${SCORE_KEYS}</span>
      </p>
    `;
  }

  private said(): string {
    const run = this.run.value;
    switch (run.kind) {
      case 'running':
        return this.scoringLine(run);
      case 'missing':
        return MISSING[missingIn(this.state) ?? 'nothing'];
      case 'busy':
        return words.BUSY;
      case 'stopped': {
        const left = idsToScore(this.state).length;
        return left > 0 ? words.stopped(left) : '';
      }
      case 'idle':
        return '';
    }
  }

  private scoringLine({ id, done, waiting }: ComparingNow): string {
    const { summaries } = this.comparison.value;
    const name = distinctNames(summaries)[summaries.findIndex((each) => each.id === id)] ?? '';
    return words.scoring(done + 1, done + 1 + waiting.length, name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-compare-controls': CompareControls;
  }
}
