/** A run in progress: one line about the current step, five stages, the questions so far, and Stop. */
import { consume } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { type Running, type Stage, STAGES } from '../../state/scoring/run.js';
import { type Session, sessionContext } from '../../state/scoring/session.js';
import { StateElement } from '../../state/state-element.js';
import { ARTICLE, SUMMARY } from '../../text/form/form-words.js';
import * as words from '../../text/form/run-words.js';
import { stageFraction } from './stage-fraction.js';
import type { ProgressStep } from '../../components/progress-steps.js';
import './run.css';

/** Longer than the longest article that can be scored. */
const SHOWN_CHARACTERS = 60_000;

/** Counts are announced this often; a new stage is announced at once. */
const SPOKEN_EVERY_MS = 5_000;

export class RunView extends StateElement {
  @consume({ context: sessionContext })
  @state()
  private session?: Session;

  private readonly run = this.watch(({ $run }) => $run);
  private spoken: { readonly stage: Stage; readonly at: number; readonly text: string } | undefined;

  protected override firstUpdated(): void {
    if (this.mayTakeFocus()) this.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override willUpdate(): void {
    const run = this.run.value;
    if (run.kind !== 'running') return;
    const now = Date.now();
    const { spoken } = this;
    if (spoken && spoken.stage === run.stage && now - spoken.at < SPOKEN_EVERY_MS) return;
    this.spoken = { stage: run.stage, at: now, text: words.headline(run) };
  }

  protected override render(): TemplateResult | null {
    const run = this.run.value;
    if (run.kind !== 'running') return null;
    return html`
      <section class="run-head">
        <p class="run-time"><quals-run-clock .since=${run.since}></quals-run-clock></p>
        <h1 tabindex="-1">${words.headline(run)}</h1>
        <button
          type="button"
          class="large"
          aria-disabled=${run.stopping ? 'true' : 'false'}
          @click=${() => this.session?.stop()}
        >
          ${run.stopping ? words.STOPPING : words.STOP}
        </button>
        <p class="visually-hidden" role="status">${this.spoken?.text}</p>
      </section>
      <quals-progress-steps
        .label=${words.STAGES}
        .steps=${STAGES.map((stage) => stageStep(stage, run))}
      ></quals-progress-steps>
      <div class="run-columns">
        <section>
          <quals-questions-so-far .written=${run.written} .paths=${run.protocol.search.paths}></quals-questions-so-far>
        </section>
        <section class="run-texts">
          <h2>${SUMMARY}</h2>
          <quals-dotted-summary .text=${run.texts.summary} .written=${run.written}></quals-dotted-summary>
          <p class="note">${words.DOTTED}</p>
          <h2>${ARTICLE}</h2>
          <div
            class="article-text"
            role="group"
            aria-label=${ARTICLE}
            tabindex="0"
            dir="auto"
            .textContent=${beginningOf(run.texts.source)}
          ></div>
          <p class="note rule">${words.MAY_LEAVE}</p>
        </section>
      </div>
    `;
  }
}

/** The browser needs seconds to lay out a megabyte, and the worker rejects it at once as too long. */
function beginningOf(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

function stageStep(stage: Stage, run: Running): ProgressStep {
  const place = STAGES.indexOf(stage);
  const now = STAGES.indexOf(run.stage);
  return {
    label: words.stageTitle(stage, run.protocol.search.paths),
    detail: words.stageNote(stage, run),
    state: place < now ? 'done' : place === now ? 'current' : 'waiting',
    ...(place === now && { share: stageFraction(stage, run) }),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-run-view': RunView;
  }
}
