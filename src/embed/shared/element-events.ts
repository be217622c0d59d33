/** What both elements tell the page around them. All events bubble and cross shadow roots. */
import type { ResultRecord } from '../../core/record/result-record.js';

/** `quals-result`: a result is shown, or was just computed. */
export interface ResultDetail {
  readonly record: ResultRecord;
}

/** `quals-error`: nothing was shown or computed. `code`: stable, for programs. `message`: plain English, as the element shows it. */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
}

/** `quals-pair`: a person selected a pair. `index`: in `record.pairs`, from 0, worst first. */
export interface PairDetail {
  readonly index: number;
}

export interface QualsEventMap {
  'quals-result': CustomEvent<ResultDetail>;
  'quals-error': CustomEvent<ErrorDetail>;
  'quals-pair': CustomEvent<PairDetail>;
}

export function tell<Name extends keyof QualsEventMap>(
  element: EventTarget,
  name: Name,
  detail: QualsEventMap[Name]['detail'],
): void {
  element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

declare global {
  interface HTMLElementEventMap {
    'quals-result': CustomEvent<ResultDetail>;
    'quals-error': CustomEvent<ErrorDetail>;
    'quals-pair': CustomEvent<PairDetail>;
  }
}
