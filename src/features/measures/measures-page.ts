/** How QUALS compares: with QAGS, ROUGE, log p and FactCC, on the current result or the worked example. */
import { html, type TemplateResult } from 'lit';
import { compareAnswers } from '../../core/measures/agreement.js';
import type { Scored, SpanLogProb, Unscorable } from '../../core/score.js';
import type { Texts } from '../../state/scoring/document.js';
import { addressOf } from '../../state/page/place.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/measures/measure-words.js';
import { percent } from '../../text/numbers.js';
import './measures.css';

/** Words named under the marks. */
const LEAST_EXPECTED = 5;

interface Measured {
  readonly texts: Texts;
  readonly result: Scored | Unscorable;
  readonly lede: string;
}

export class MeasuresPage extends StateElement {
  private readonly shown = this.watch(({ $shown }) => $shown);
  private readonly example = this.watch(({ $example }) => $example);

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const measured = this.measured();
    return html`<article>
      <header>
        <h1 tabindex="-1">${words.PAGE.title}</h1>
        <p class="lede">${words.PAGE.lede}</p>
        <p>${measured?.lede ?? words.PAGE.nothing} <a href=${addressOf('form')}>${words.PAGE.score}</a></p>
      </header>
      ${measured ? this.renderMeasured(measured) : null}
      ${section(
        words.FACTCC.heading,
        html`<div class="prose">
          ${words.FACTCC.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
          ${measured ? html`<p>${secondJudgement(measured.result)}</p>` : null}
        </div>`,
      )}
      ${section(words.TIME.heading, html`<p class="prose">${words.TIME.text}</p>`)}
    </article>`;
  }

  private measured(): Measured | undefined {
    const shown = this.shown.value;
    if (shown) return { ...shown, lede: words.PAGE.current };
    const { source, summary, result, title } = this.example.value ?? {};
    if (source === undefined || summary === undefined || title === undefined || !result) return undefined;
    return { texts: { source, summary }, result, lede: words.PAGE.example(title) };
  }

  private renderMeasured({ texts, result }: Measured): TemplateResult {
    return html`
      <section>
        <p class="summary-text" dir="auto">${texts.summary}</p>
        <quals-other-measures .texts=${texts} .result=${result} .withQuals=${true}></quals-other-measures>
      </section>
      ${
        result.kind === 'scored'
          ? html`${section(
              words.PROCEDURES.heading,
              html`<quals-procedures-section .result=${result}></quals-procedures-section>`,
            )}
            ${section(words.AGREEMENT.heading, renderAgreement(result))}`
          : null
      }
      ${section(words.ROUGE.heading, html`<quals-rouge-section .texts=${texts}></quals-rouge-section>`)}
      ${section(words.LOG_PROB.heading, renderLogProb(texts.summary, result.summaryTokenLogProbs))}
    `;
  }
}

function section(heading: string, content: TemplateResult): TemplateResult {
  return html`<section>
    <h2>${heading}</h2>
    ${content}
  </section>`;
}

function renderAgreement({ pairs }: Scored): TemplateResult {
  const compared = compareAnswers(pairs);
  const { columns, note, leftOut } = words.AGREEMENT;
  const counts = compared.filter(({ comesBack }) => comesBack).length;
  return html`
    <p class="note">${note(counts, pairs.length)}</p>
    <div class="scrolled" role="region" aria-label=${words.AGREEMENT.heading} tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.question}</th>
            <th scope="col">${columns.summary}</th>
            <th scope="col">${columns.article}</th>
            <th scope="col" class="number">${columns.f1}</th>
          </tr>
        </thead>
        <tbody>
          ${pairs.map(
            ({ question, summaryAnswer, sourceAnswer }, index) =>
              html`<tr>
                <td>${question}</td>
                <td>${summaryAnswer.text}</td>
                <td>${sourceAnswer.text}</td>
                <td class="number">
                  ${compared[index]?.comesBack ? words.share(compared[index].f1) : html`<span class="faint">${leftOut}</span>`}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

function renderLogProb(summary: string, tokens: readonly SpanLogProb[] | undefined): TemplateResult {
  const { note, limit, missing, mark, least } = words.LOG_PROB;
  if (!tokens)
    return html`<p class="prose">${note}</p>
      <p class="note">${missing}</p>`;
  const lowest = tokens
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.logProb - b.logProb)
    .slice(0, LEAST_EXPECTED);
  const named = lowest.map(({ start, end, logProb }) => mark(summary.slice(start, end), logProb));
  return html`
    <p class="prose">${note} ${limit}</p>
    <quals-token-marks .text=${summary} .tokens=${tokens}></quals-token-marks>
    <p class="note">${least} ${named.join('; ')}.</p>
  `;
}

function secondJudgement({ firstLook }: Scored | Unscorable): string {
  return firstLook ? words.FACTCC.supported(percent(1 - firstLook.unsupported)) : words.FACTCC.noHead;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-measures-page': MeasuresPage;
  }
}
