import { css } from 'lit';

/** For elements within a line of text. */
export const inlineHost = css`
  :host {
    display: inline-block;
  }
`;
