/** The page “Rate”: a human study of two systems, from its rows to its results. */
import { html, type TemplateResult } from 'lit';
import { StateElement } from '../../state/state-element.js';
import './study.css';
import './rate/rate.css';
import './results/results.css';

export class StudyPage extends StateElement {
  private readonly step = this.watch(({ $studyStep }) => $studyStep);
  private readonly open = this.watch(({ $study }) => $study);

  private lastKind = '';

  protected override firstUpdated(): void {
    if (this.mayTakeFocus()) void this.focusHeading();
  }

  /** A step replaces the part of the page that had the focus. */
  protected override updated(): void {
    const { kind } = this.step.value;
    const before = this.lastKind;
    this.lastKind = kind;
    if (before !== '' && before !== kind && this.mayTakeFocus()) void this.focusHeading();
  }

  private async focusHeading(): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const heading = this.querySelector<HTMLElement>('h1');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult | null {
    const step = this.step.value;
    const open = this.open.value;
    switch (step.kind) {
      case 'choose':
        return html`<quals-study-start></quals-study-start>`;
      case 'columns':
        return html`<quals-study-columns .step=${step}></quals-study-columns>`;
      case 'systems':
        return html`<quals-study-systems .step=${step}></quals-study-systems>`;
      case 'open':
        return open ? html`<quals-study-home .open=${open}></quals-study-home>` : null;
      case 'rate': {
        const work = open?.works.find(({ id }) => id === step.annotator);
        if (!open || !work) return null;
        return step.item < open.study.items.length
          ? html`<quals-rate-item .study=${open.study} .work=${work} .item=${step.item}></quals-rate-item>`
          : html`<quals-rate-end .study=${open.study} .work=${work}></quals-rate-end>`;
      }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-study-page': StudyPage;
  }
}
