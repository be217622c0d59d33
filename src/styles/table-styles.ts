import { css } from 'lit';

/** A table of figures: thick line under the head, thin lines between rows, numbers on the right (`.number`). */
export const tableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    font: 0.875rem/1.25rem var(--q-sans);
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 0.4375rem 0.75rem 0.4375rem 0;
    text-align: start;
    vertical-align: baseline;
    font-weight: 400;
  }

  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }

  thead th {
    border-bottom: 1px solid var(--q-strong);
    color: var(--q-ink2);
    font-size: 0.75rem;
    font-weight: 500;
    line-height: 1.0625rem;
    vertical-align: bottom;
  }

  tbody tr {
    border-bottom: 1px solid var(--q-rule);
  }

  .number {
    text-align: end;
  }
`;
