import { expect, it } from 'vitest';
import { embeddedCss } from './embedded-styles.js';

it('makes sizes multiples of the person’s font size', () => {
  expect(embeddedCss('font: 600 1rem/1.375rem var(--a); margin: -0.5rem .25rem')).toBe(
    'font: 600 calc(1 * var(--q-rem))/calc(1.375 * var(--q-rem)) var(--a); margin: calc(-0.5 * var(--q-rem)) calc(.25 * var(--q-rem))',
  );
});

it('leaves em, custom properties and words that contain the unit', () => {
  const css = '.a1rem { letter-spacing: 0.1em; width: var(--q-2rem); content: "1remark" }';
  expect(embeddedCss(css)).toBe(css);
});

it('measures the element, not the window', () => {
  expect(embeddedCss('@media (max-width: 44.99em) { a { b: c } }')).toBe(
    '@container (max-width: 719.84px) { a { b: c } }',
  );
  expect(embeddedCss('@media (forced-colors: active) {}')).toBe('@media (forced-colors: active) {}');
});
