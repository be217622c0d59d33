/**
 * The two boxes around everything in an element. `.reset` ends what a page's styles pass on to the element (fonts, colours, spacing);
 * `.ground` begins again with those of QUALS. A page can set two things: the colour scheme, which is inherited, and the
 * custom properties of src/styles/tokens.css (`--q-…`).
 */
import { css, unsafeCSS } from 'lit';
import tokens from '../../styles/tokens.css?inline';

export const rootStyles = [
  unsafeCSS(tokens),
  css`
    :host {
      display: block;
      color-scheme: inherit;
    }

    :host([hidden]) {
      display: none;
    }

    :host([theme='light']) {
      color-scheme: light;
    }

    :host([theme='dark']) {
      color-scheme: dark;
    }

    .reset {
      all: initial;
      --q-rem: 1em;
      display: block;
      container-type: inline-size;
      color-scheme: inherit;
      direction: ltr;
    }

    .ground {
      display: block;
      background: var(--q-paper);
      color: var(--q-ink);
      font: 0.875rem/1.25rem var(--q-sans);
      font-variant-numeric: tabular-nums;
      overflow-wrap: break-word;
    }
  `,
];
