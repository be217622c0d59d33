/** What the charts tell the page. All bubble and cross shadow roots. */

/** A token was chosen (click, tap, Enter); the choice stays. `token` is an index in `pair.tokens`. */
export class TokenSelectEvent extends Event {
  constructor(readonly token: number) {
    super('token-select', { bubbles: true, composed: true });
  }
}

/** A token is under the pointer or the keyboard; null when none is any more. */
export class TokenPreviewEvent extends Event {
  constructor(readonly token: number | null) {
    super('token-preview', { bubbles: true, composed: true });
  }
}

/** A pair was chosen in the summary. `index` is its place in `pairs`; `second` where Shift was held: draw it as B. */
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
