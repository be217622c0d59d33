/** What the document around a page element provides. The page itself and the library (src/embed/) each have one. */
import type { ScorerWorker } from '../scorer/scorer-worker.js';
import type { PageState } from '../state/page-state.js';

export interface PageHost {
  /** The folder with models/ and examples/; ends with a slash. */
  readonly base: URL;
  /** Id of a model; '' for the shipped ones. */
  readonly model: string;
  readonly startWorker: () => ScorerWorker;
  /** Absolute address of ONNX Runtime's file, where it is not beside the worker's script. */
  readonly runtimeUrl?: string;
  /** Takes over title, address, theme, stored visit and service worker. True where the last visit left texts. */
  readonly ownDocument?: (root: Element, state: PageState, signal: AbortSignal) => Promise<boolean>;
}
