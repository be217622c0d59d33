import { css } from 'lit';

/** Reset inside a shadow root, where base.css does not reach. */
export const hostStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  h4,
  p,
  ol,
  ul,
  dl,
  dd,
  figure {
    margin: 0;
  }

  [hidden] {
    display: none !important;
  }

  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
`;
