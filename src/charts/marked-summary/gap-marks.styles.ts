import { css } from 'lit';

/** Shade and underline of the seven steps, for the summary and its legend. */
export const gapMarkStyles = css`
  .shade1 {
    background: var(--q-gap1);
  }
  .shade2 {
    background: var(--q-gap2);
  }
  .shade3 {
    background: var(--q-gap3);
  }
  .shade4 {
    background: var(--q-gap4);
  }
  .shade5 {
    background: var(--q-gap5);
  }
  .shade6 {
    background: var(--q-gap6);
  }

  .line0 {
    border-bottom: 1px dotted var(--q-strong);
  }
  .line1 {
    border-bottom: 1px dashed var(--q-plum);
  }
  .line2 {
    border-bottom: 1px solid var(--q-plum);
  }
  .line3 {
    border-bottom: 2px solid var(--q-plum);
  }
  .line4 {
    border-bottom: 3px solid var(--q-plum);
  }
  .line5 {
    border-bottom: 4px solid var(--q-plum);
  }
  .line6 {
    border-bottom: 6px double var(--q-plum);
  }

  @media print {
    .shade1,
    .shade2,
    .shade3,
    .shade4,
    .shade5,
    .shade6 {
      print-color-adjust: exact;
    }
  }
`;
