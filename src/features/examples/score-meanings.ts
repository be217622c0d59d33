/** What a few scores mean, from the model's calibration; nothing where it has none. */
import { html, type TemplateResult } from 'lit';
import { judgementAt, ratedCount, standardCalibration } from '../../core/judgement/calibration.js';
import { StateElement } from '../../state/state-element.js';
import { percent, signed } from '../../text/numbers.js';
import { MEANING_WORDS, MEANINGS, meaningsNote } from '../../text/result/result-words.js';
import { readingOf } from '../../text/result/verdict.js';

const SCORES = [-0.05, -0.4, -0.8, -1.6];

export class ScoreMeanings extends StateElement {
  private readonly calibrations = this.watch(({ $calibrations }) => $calibrations);

  protected override render(): TemplateResult | null {
    const calibration = standardCalibration(this.calibrations.value ?? []);
    if (!calibration) return null;
    return html`
      <header class="section-head">
        <h2>${MEANINGS}</h2>
        <span>${meaningsNote(ratedCount(calibration))}</span>
      </header>
      <ul class="plain">
        ${SCORES.map((quals) => {
          const judgement = judgementAt(calibration, quals);
          return html`<li>
            <p class="meaning-score">${signed(quals, 2)}</p>
            <p class="meaning-share">${percent(judgement.share)}</p>
            <p class="note">${MEANING_WORDS[readingOf(judgement)]}</p>
          </li>`;
        })}
      </ul>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-score-meanings': ScoreMeanings;
  }
}
