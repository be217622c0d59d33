import { css } from 'lit';

export const markedSummaryStyles = css`
  :host {
    color: var(--q-ink);
  }

  .text {
    font: 400 1.5625rem/2.875rem var(--q-serif);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  :host([compact]) .text {
    font-size: 1.125rem;
    line-height: 2.125rem;
  }

  /* Underlines stay; a space at the end of a line has no shade. */
  .words {
    white-space: pre-line;
  }

  strong {
    font-weight: 700;
  }

  .answer {
    cursor: pointer;
  }

  /* The selected pair's answer: a thin frame, open at the bottom for its underline. */
  .chosen {
    box-shadow: inset 0 1.5px var(--q-ink);
  }
  .chosen.first {
    box-shadow:
      inset 0 1.5px var(--q-ink),
      inset 1.5px 0 var(--q-ink);
  }
  .chosen.last {
    box-shadow:
      inset 0 1.5px var(--q-ink),
      inset -1.5px 0 var(--q-ink);
  }
  .chosen.first.last {
    box-shadow:
      inset 0 1.5px var(--q-ink),
      inset 1.5px 0 var(--q-ink),
      inset -1.5px 0 var(--q-ink);
  }

  quals-gap-legend {
    margin-top: var(--q-s4);
  }

  .numbers {
    margin-inline: 1px 2px;
    vertical-align: 0.55em;
    font: 0.75rem/1 var(--q-sans);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  /* A word joiner: the numbers stay on the line of the word before them. */
  .numbers::before {
    content: '\\2060';
  }

  .numbers button {
    position: relative;
    padding: 0.125rem 1px;
    border: 0;
    border-radius: 2px;
    background: none;
    color: var(--q-ink2);
    font: inherit;
    line-height: 0.875rem;
    cursor: pointer;
    touch-action: manipulation;
  }

  /* The target is 24 px high and wide, because numbers of one answer are close together. */
  .numbers button::after {
    content: '';
    position: absolute;
    inset: 50% auto auto 50%;
    width: max(100%, 24px);
    height: 24px;
    transform: translate(-50%, -50%);
  }

  .within .numbers,
  .within .numbers button {
    color: var(--q-ink);
  }

  .numbers button:hover {
    color: var(--q-ink);
    text-decoration: underline;
  }

  .numbers button[aria-pressed='true'] {
    padding-inline: 4px;
    background: var(--q-ink);
    color: var(--q-paper);
    font-weight: 700;
  }

  .numbers button:focus-visible {
    z-index: 1;
    outline: 2px solid var(--q-ink);
    outline-offset: 2px;
  }

  .verbatim {
    color: var(--q-ink2);
    font: 0.75rem/1 var(--q-sans);
    white-space: nowrap;
  }

  @media (pointer: coarse) {
    .numbers button {
      min-width: 24px;
      padding: 0.3125rem 0.375rem;
    }
  }

  @media (max-width: 44.99em) {
    :host(:not([compact])) .text {
      font-size: 1.3125rem;
      line-height: 2.5625rem;
    }
  }

  @media (forced-colors: active) {
    .numbers button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
