import { css } from 'lit';

export const tokenDetailStyles = css`
  :host {
    container-type: inline-size;
    color: var(--q-ink);
    font: 0.8125rem/1.1875rem var(--q-sans);
    font-variant-numeric: tabular-nums;
  }

  .columns {
    display: grid;
    grid-template-columns: 5fr 6fr 6fr;
    gap: var(--q-s5);
  }

  .columns > * + * {
    padding-inline-start: var(--q-s5);
    border-inline-start: 1px solid var(--q-rule);
  }

  h3 {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-height: 1.25rem;
    margin-bottom: var(--q-s2);
    color: var(--q-ink2);
    font: 500 0.75rem/1.0625rem var(--q-sans);
  }

  h3.token {
    display: block;
    font-weight: 400;
  }

  h3.token b {
    color: var(--q-ink);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }

  .key {
    flex: none;
  }

  dl {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.3125rem var(--q-s3);
  }

  dt {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--q-ink2);
  }

  dd {
    font-weight: 600;
    text-align: end;
  }

  ol {
    display: grid;
    grid-template-columns: fit-content(9rem) minmax(3rem, 1fr) auto;
    gap: 0.1875rem var(--q-s3);
    align-items: center;
    padding: 0;
    list-style: '';
  }

  li {
    display: contents;
  }

  .text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .special {
    font-style: italic;
    color: var(--q-ink2);
  }

  .own > span {
    font-weight: 700;
    color: var(--q-ink);
  }

  .own > .special {
    font-style: italic;
  }

  .bar {
    position: relative;
    height: 12px;
  }

  .bar i {
    position: absolute;
    inset-block: 2px;
    inset-inline-start: 0;
    min-width: 1px;
    background: var(--q-summary);
    forced-color-adjust: none;
  }

  .stem i {
    inset-block: 5px;
    background: var(--q-article);
  }

  .stem i::after {
    content: '';
    position: absolute;
    inset-inline-end: -5px;
    top: -4px;
    width: 10px;
    height: 10px;
    border: 2.25px solid var(--q-article);
    border-radius: 50%;
    background: var(--q-surface);
  }

  .rank {
    margin-inline-start: 0.375rem;
    color: var(--q-ink2);
    font-size: 0.75rem;
    font-weight: 400;
  }

  .number {
    text-align: end;
  }

  .pieces {
    margin-top: var(--q-s3);
    color: var(--q-ink2);
    font-size: 0.75rem;
    line-height: 1.0625rem;
  }

  .pieces quals-toggle-group {
    margin-top: 0.375rem;
    max-width: 100%;
    overflow-x: auto;
    /* Room for the focus ring inside the scroller. */
    padding: 4px;
    margin-inline: -4px;
  }

  .none {
    color: var(--q-ink2);
  }

  @container (max-width: 47.5rem) {
    .columns {
      grid-template-columns: 1fr 1fr;
      gap: var(--q-s4) var(--q-s4);
    }

    .columns > :first-child {
      grid-column: 1 / -1;
    }

    .columns > :nth-child(2) {
      padding-inline-start: 0;
      border: 0;
    }

    .columns > :nth-child(3) {
      padding-inline-start: var(--q-s4);
    }
  }

  @container (max-width: 28.75rem) {
    .columns ol {
      grid-template-columns: 1fr auto;
    }

    .bar {
      display: none;
    }

    .own .text {
      white-space: normal;
      overflow-wrap: anywhere;
    }

    .rank {
      margin-inline-start: 0.25rem;
      white-space: nowrap;
    }
  }

  /* A phone with very large text. */
  @container (max-width: 14rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }

    .columns > :nth-child(3) {
      padding-inline-start: 0;
      border: 0;
    }

    dl {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
