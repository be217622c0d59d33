/** The page that compares several summaries of one article: their texts, or their scores beside each other. */
import { consume } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CompareView } from '../../state/compare/compare-run.js';
import { type Session, sessionContext } from '../../state/scoring/session.js';
import { StateElement } from '../../state/state-element.js';
import { startComparing } from './start-comparing.js';
import './compare.css';

export class ComparePage extends StateElement {
  @consume({ context: sessionContext })
  @state()
  private session?: Session;

  /** What the page says of the model, under the texts. */
  @property({ attribute: false }) panels: unknown;

  private readonly view = this.watch(({ $compareView }) => $compareView);
  private readonly scores = this.watch(({ $comparedScores }) => $comparedScores);
  private seen: CompareView | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.onKey);
  }

  protected override render(): TemplateResult {
    return this.openView() === 'texts'
      ? html`<quals-compare-texts .panels=${this.panels}></quals-compare-texts>`
      : html`<quals-compare-results .panels=${this.panels}></quals-compare-results>`;
  }

  /** Each view begins with its heading. */
  protected override async updated(): Promise<void> {
    const view = this.openView();
    if (view === this.seen) return;
    this.seen = view;
    await this.querySelector<StateElement>('quals-compare-texts, quals-compare-results')?.updateComplete;
    if (this.mayTakeFocus()) this.querySelector<HTMLElement>('h1')?.focus();
  }

  private openView(): CompareView {
    return this.view.value ?? (Object.keys(this.scores.value).length > 0 ? 'results' : 'texts');
  }

  /** As on the form: Ctrl or Cmd+Enter scores, Escape stops. */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const run = this.state.$compareRun.get();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) startComparing(this.state, this.session);
    else if (event.key === 'Escape' && run.kind === 'running') run.stop();
    else return;
    event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-compare-page': ComparePage;
  }
}
