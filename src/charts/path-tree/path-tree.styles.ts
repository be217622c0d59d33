import { css } from 'lit';

export const pathTreeStyles = css`
  :host {
    --step: 1.25rem;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--q-s2);
    margin-block: var(--q-s3);
  }

  .legend {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--q-s1) var(--q-s3);
    margin-inline-start: auto;
    color: var(--q-ink2);
    font: 0.8125rem/1.375rem var(--q-sans);
  }

  .tree {
    border-block: 1px solid var(--q-rule);
  }

  .row {
    display: flex;
    align-items: baseline;
    padding-inline: var(--q-s2);
    color: var(--q-ink2);
    font: 0.8125rem/1.25rem var(--q-sans);
    font-variant-numeric: tabular-nums;
    cursor: default;
    touch-action: manipulation;
  }

  .row[aria-expanded],
  .row:has(.fate b):not([aria-expanded]) {
    cursor: pointer;
  }

  .row:hover,
  .row[aria-selected='true'] {
    background: var(--q-band);
  }

  .row:focus-visible {
    outline: 2px solid var(--q-ink);
    outline-offset: -2px;
  }

  .rail,
  .twist {
    position: relative;
    flex: none;
    align-self: stretch;
    width: var(--step);
  }

  .rail::before,
  .elbow::after {
    content: '';
    position: absolute;
    inset-inline-start: 0.3125rem;
  }

  .rail.through::before,
  .rail.elbow::before {
    top: 0;
    height: 1rem;
    border-inline-start: 1px solid var(--q-strong);
  }

  .rail.through::before {
    height: 100%;
  }

  .elbow::after {
    top: 1rem;
    width: calc(var(--step) - 0.4375rem);
    border-top: 1px solid var(--q-strong);
  }

  .twist.open::before,
  .twist.closed::before {
    content: '';
    position: absolute;
    top: 0.8125rem;
    inset-inline-start: 0.125rem;
    width: 0.375rem;
    height: 0.375rem;
    border: solid var(--q-ink);
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
  }

  .twist.open::before {
    top: 0.6875rem;
    transform: rotate(45deg);
  }

  .body {
    display: flex;
    flex: 1 1 auto;
    align-items: baseline;
    min-width: 0;
  }

  .twist.kept::before {
    content: '';
    position: absolute;
    top: 0.75rem;
    inset-inline-start: 0.125rem;
    border: 0.25rem solid var(--q-ink);
    border-radius: 50%;
  }

  .words {
    flex: 1 1 0;
    min-width: 0;
    padding-block: 0.25rem 0.375rem;
    font: 1rem/1.5rem var(--q-serif);
    overflow-wrap: anywhere;
  }

  .has-kept .words {
    color: var(--q-ink);
  }

  .word {
    border-bottom: calc(1px + 5px * var(--likely)) solid var(--q-summary);
  }

  .has-kept .word.answer {
    font-weight: 600;
  }

  .word.special {
    color: var(--q-ink3);
    font: italic 0.875rem/1.25rem var(--q-sans);
  }

  .number {
    flex: none;
    width: 3.25rem;
    padding-block: 0.375rem;
    text-align: end;
  }

  .fate {
    flex: none;
    width: 12.5rem;
    padding-block: 0.375rem;
    padding-inline-start: var(--q-s4);
    color: var(--q-ink3);
  }

  .fate b {
    color: var(--q-ink);
    font-weight: 600;
  }

  @media (pointer: coarse) {
    .row {
      min-height: 2.75rem;
    }
  }

  @media (max-width: 44.99em) {
    :host {
      --step: 0.75rem;
    }

    .row {
      padding-inline: 0;
    }

    .body {
      flex-wrap: wrap;
      padding-block: 0.25rem;
    }

    .words {
      flex-basis: calc(100% - 3.25rem);
      padding-block: 0;
    }

    .fate {
      width: 100%;
      padding: 0.125rem 0 0;
    }

    .number {
      padding-block: 0;
    }

    .legend {
      margin-inline-start: 0;
    }
  }
`;
