import { css } from 'lit';

export const tokenChartStyles = css`
  /* Charts side by side share grid rows, so that their plots align under questions of different length. */
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: subgrid;
    grid-row: span 3;
    row-gap: 0;
    min-width: 0;
    font: 0.875rem/1.25rem var(--q-sans);
    color: var(--q-ink);
  }

  header {
    grid-row: 1;
    margin-bottom: var(--q-s2);
  }

  .which {
    display: flex;
    align-items: center;
    gap: var(--q-s2);
    min-height: 1.25rem;
    color: var(--q-ink2);
    font-size: 0.75rem;
    line-height: 1.0625rem;
  }

  .letter {
    display: grid;
    place-items: center;
    width: 18px;
    height: 18px;
    border: 1.5px solid var(--q-ink);
    border-radius: 2px;
    font-weight: 700;
    color: var(--q-ink);
  }

  .letter.filled {
    background: var(--q-ink);
    color: var(--q-surface);
    forced-color-adjust: none;
  }

  .pair {
    margin-top: var(--q-s1);
    font: 400 1.1875rem/1.5625rem var(--q-serif);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }

  .pair b {
    font-weight: 700;
  }

  .frame {
    grid-row: 2;
    align-self: end;
    min-width: 0;
    position: relative;
  }

  .scroll {
    overflow-x: auto;
    overflow-y: hidden;
    overscroll-behavior-x: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--q-strong) transparent;
    /* Room for the focus ring. */
    padding-bottom: 2px;
  }

  .content {
    position: relative;
    display: flex;
  }

  svg {
    display: block;
    flex: none;
    overflow: visible;
  }

  /* From back to front: backgrounds, the marks' boxes with the selection's frame, the drawing, the axis. */
  svg {
    pointer-events: none;
  }

  text {
    unicode-bidi: plaintext;
  }

  .marks {
    position: absolute;
    inset: 0;
    z-index: 1;
  }

  svg.plot {
    position: absolute;
    top: 0;
    z-index: 2;
  }

  svg.axis {
    position: sticky;
    left: 0;
    z-index: 3;
  }

  .mark {
    position: absolute;
    cursor: pointer;
    touch-action: manipulation;
    outline: none;
  }

  .mark::before {
    content: '';
    position: absolute;
    inset: var(--frame-inset);
  }

  .mark:hover::before {
    border: 1.5px solid var(--q-strong);
  }

  .mark[aria-selected='true']::before {
    border: 1.5px solid var(--q-ink);
  }

  .mark:focus-visible::before {
    outline: 2px solid var(--q-ink);
    outline-offset: 2px;
    background: color-mix(in srgb, var(--q-ink) 6%, transparent);
  }

  .more {
    display: flex;
    gap: var(--q-s3);
    min-height: 1.0625rem;
    color: var(--q-ink2);
    font: 500 0.75rem/1.0625rem var(--q-sans);
  }

  .more .right {
    margin-inline-start: auto;
  }

  footer {
    grid-row: 3;
    margin-top: var(--q-s2);
    padding-top: var(--q-s3);
    border-top: 1px solid var(--q-rule);
    text-align: center;
    color: var(--q-ink2);
    font-size: 0.8125rem;
    line-height: 1.1875rem;
    text-wrap: balance;
  }

  .score {
    color: var(--q-ink);
    font: 400 1.875rem/2.125rem var(--q-serif);
    font-variant-numeric: proportional-nums;
  }

  .takeaway {
    color: var(--q-ink);
  }
`;
