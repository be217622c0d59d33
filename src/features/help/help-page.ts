/** How it works. */
import { html, type TemplateResult } from 'lit';
import { orderedShare, ratedCount, standardCalibration } from '../../core/judgement/calibration.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/page/help-words.js';
import './help.css';

export class HelpPage extends StateElement {
  private readonly calibrations = this.watch(({ $calibrations }) => $calibrations);

  protected override firstUpdated(): void {
    const { section } = this.state.$visit.get();
    const heading = section && this.querySelector<HTMLElement>(`#${CSS.escape(this.idOf(`help-${section}`))}`);
    if (!heading) return void this.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const calibrations = this.calibrations.value;
    const calibration = standardCalibration(calibrations ?? []);
    const rated = calibration && { count: ratedCount(calibration), ordered: orderedShare(calibration) };
    const trust = calibrations ? [words.trust(rated)] : [];
    return html`<article>
      <header>
        <h1 tabindex="-1">${words.HELP_TITLE}</h1>
        <p class="lede">${words.HELP_LEDE}</p>
      </header>
      ${words.SECTIONS.map((section) => this.renderSection(section))}
      ${this.renderSection({ id: 'trust', heading: words.TRUST, paragraphs: [...trust, words.SCORE_AGAIN] })}
      <section>
        <h2>${words.SOURCES}</h2>
        <ul class="prose">
          ${words.SOURCE_LIST.map(
            ({ text, href }) =>
              html`<li>${text} ${href ? html`<a href=${href} rel="noreferrer">${href}</a>` : null}</li>`,
          )}
        </ul>
      </section>
    </article>`;
  }

  private renderSection({ id, heading, paragraphs, list }: words.HelpSection): TemplateResult {
    return html`<section aria-labelledby=${this.idOf(`help-${id}`)}>
      <h2 id=${this.idOf(`help-${id}`)} tabindex="-1">${heading}</h2>
      <div class="prose">
        ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
        ${
          list
            ? html`<dl>
                ${list.map(
                  ({ term, text }) =>
                    html`<dt>${term}</dt>
                      <dd>${text}</dd>`,
                )}
              </dl>`
            : null
        }
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-help-page': HelpPage;
  }
}
