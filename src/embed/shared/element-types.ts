/** The elements as a page sees them. Types only, without Lit, so that a page needs none to compile against them. */
import type { ResultRecord } from '../../core/record/result-record.js';
import type { Device } from '../../core/scorer.js';
import type { QualsEventMap } from './element-events.js';

interface QualsElement extends HTMLElement {
  /** `light` or `dark`; otherwise the element follows the page's `color-scheme`. */
  theme: string;
  addEventListener<Name extends keyof QualsEventMap>(
    type: Name,
    listener: (event: QualsEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** `<quals-result>` */
export interface QualsResultElement extends QualsElement {
  /** Address of a record, relative to the document. */
  src: string;
  /** Takes parsed JSON of any version; gives the shown record. */
  get record(): ResultRecord | undefined;
  set record(value: unknown);
}

/** `<quals-scorer>` */
export interface QualsScorerElement extends QualsElement {
  /** Address of the folder with models/ (and examples/), relative to the document. Read when the element connects. */
  base: string;
  /** Id of a model, by default the shipped one. Read when the element connects. */
  model: string;
  device: Device | 'auto';
  source: string;
  summary: string;
  /** Takes parsed JSON of any version; gives the shown result. */
  get record(): ResultRecord | undefined;
  set record(value: unknown);
  /** As the Score button. The result comes as `quals-result`, a fault as `quals-error`. */
  score(): Promise<void>;
}
