import { css } from 'lit';

export const differencesTableStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--q-s2) var(--q-s4);
    margin-bottom: var(--q-s3);
  }

  h2 {
    font: 600 1rem/1.375rem var(--q-sans);
  }

  .note {
    color: var(--q-ink3);
    font: 0.8125rem/1.1875rem var(--q-sans);
  }

  .end {
    display: flex;
    flex-wrap: wrap;
    gap: var(--q-s2);
    min-width: 0;
    margin-inline-start: auto;
  }

  td {
    padding-inline-end: var(--q-s5);
    overflow-wrap: anywhere;
  }

  td.question {
    width: 22%;
  }

  th button {
    min-height: var(--q-target);
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
  }

  th button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  th[aria-sort='ascending'] button::after {
    content: '▴' / '';
  }

  th[aria-sort='descending'] button::after {
    content: '▾' / '';
  }

  svg.key {
    flex: none;
    vertical-align: -0.125em;
  }

  .cell {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--q-s2);
  }

  .gap {
    color: var(--q-ink2);
    white-space: nowrap;
  }

  .faint {
    color: var(--q-ink3);
  }

  td.article {
    font-weight: 600;
  }

  td.article .faint {
    font-weight: 400;
  }

  .label {
    display: none;
  }

  /* As cards where the columns would be too narrow. Roles in the markup keep the table a table for screen readers. */
  .cards :is(table, tbody, thead) {
    display: block;
  }

  .cards thead tr {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--q-s4);
    border-bottom: 1px solid var(--q-strong);
  }

  .cards thead th {
    border: 0;
    padding: 0 0 var(--q-s1);
  }

  .cards tbody tr {
    display: grid;
    grid-template-columns: minmax(4rem, 30%) minmax(0, 1fr);
    gap: var(--q-s1) var(--q-s3);
    padding-block: var(--q-s3);
  }

  .cards td {
    display: grid;
    grid-column: 1 / 3;
    grid-template-columns: subgrid;
    width: auto;
    padding: 0;
  }

  .cards td.question {
    display: block;
    width: auto;
    font-weight: 600;
  }

  .cards .label {
    display: block;
    color: var(--q-ink2);
    font-size: 0.8125rem;
    font-weight: 400;
  }
`;
