import { css } from 'lit';

/** Visible on every background: ink, never blue or orange. */
export const focusRing = css`
  :focus-visible {
    outline: 2px solid var(--q-ink);
    outline-offset: 2px;
  }
`;
