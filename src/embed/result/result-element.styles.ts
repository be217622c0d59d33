import { css } from 'lit';

export const resultElementStyles = css`
  .ground {
    padding: var(--q-s5);
    border: 1px solid var(--q-rule);
  }

  .head {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--q-s2) var(--q-s6);
    align-items: start;
  }

  h2,
  h3 {
    font: 600 1rem/1.375rem var(--q-sans);
  }

  .score {
    font: 400 3rem/3rem var(--q-serif);
    font-variant-numeric: proportional-nums;
    white-space: nowrap;
  }

  .meaning {
    font: 1rem/1.5rem var(--q-serif);
  }

  .note {
    color: var(--q-ink2);
    font: 0.8125rem/1.1875rem var(--q-sans);
  }

  section {
    margin-top: var(--q-s5);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--q-s2) var(--q-s4);
    margin-bottom: var(--q-s2);
  }

  .bar .end {
    display: flex;
    gap: var(--q-s2);
    margin-inline-start: auto;
  }

  .figure {
    border: 1px solid var(--q-rule);
    background: var(--q-surface);
  }

  .figure quals-token-chart {
    padding: var(--q-s4);
  }

  .summary {
    font: 1.25rem/2.0625rem var(--q-serif);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .fault {
    color: var(--q-err);
  }

  @media (max-width: 30em) {
    .ground {
      padding: var(--q-s3);
    }

    .head {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
