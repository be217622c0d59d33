import { css } from 'lit';

/** For elements that stand in a line. */
export const inlineHost = css`
  :host {
    display: inline-block;
  }
`;
