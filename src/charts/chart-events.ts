/** Events of the charts. All bubble and cross shadow roots. */

/** A token was selected (click, tap, Enter) and stays selected. `token` is an index in `pair.tokens`. */
export class TokenSelectEvent extends Event {
  constructor(readonly token: number) {
    super('token-select', { bubbles: true, composed: true });
  }
}

/** The token under the pointer or the keyboard; null if there is none. */
export class TokenPreviewEvent extends Event {
  constructor(readonly token: number | null) {
    super('token-preview', { bubbles: true, composed: true });
  }
}

/** A pair was selected in the summary. `index`: its index in `pairs`. `second`: Shift was held, so draw it as B. */
export class PairSelectEvent extends Event {
  constructor(
    readonly index: number,
    readonly second: boolean,
  ) {
    super('pair-select', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'token-select': TokenSelectEvent;
    'token-preview': TokenPreviewEvent;
    'pair-select': PairSelectEvent;
  }
}
