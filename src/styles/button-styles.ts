import { css } from 'lit';

/** `button` is plain, `button.primary` the one main action, `button.quiet` underlined like a link. Links may use `class="button"`. */
export const buttonStyles = css`
  button,
  a.button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--q-s2);
    min-height: max(2rem, var(--q-target));
    padding: 0.3125rem 0.75rem;
    border: 1px solid var(--q-strong);
    border-radius: var(--q-radius);
    background: var(--q-surface);
    color: var(--q-ink);
    font: 500 0.8125rem/1.25rem var(--q-sans);
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }

  button:hover,
  a.button:hover {
    border-color: var(--q-ink);
  }

  button:active {
    background: var(--q-sel);
  }

  button.primary {
    border-color: var(--q-ink);
    background: var(--q-ink);
    color: var(--q-surface);
  }

  button.primary:hover {
    background: var(--q-ink2);
  }

  button.quiet {
    min-height: var(--q-target);
    padding-inline: 0;
    border-color: transparent;
    border-radius: 0;
    background: none;
    color: var(--q-ink2);
    font-weight: 400;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  button.quiet:hover {
    color: var(--q-ink);
    text-decoration-thickness: 2px;
  }

  /* A waiting button keeps its focus: it sets aria-disabled. */
  button:disabled,
  button:disabled:hover,
  button[aria-disabled='true'],
  button[aria-disabled='true']:hover {
    border-color: var(--q-rule);
    background: none;
    color: var(--q-ink3);
    cursor: default;
  }

  @media (forced-colors: active) {
    button.primary,
    button.primary:hover {
      border-width: 2px;
      background: ButtonFace;
      color: ButtonText;
    }

    button:disabled,
    button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
