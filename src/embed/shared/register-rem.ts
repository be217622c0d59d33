/**
 * Sizes in the elements are multiples of `--q-rem`: the person's own font size. A page may set another font size on its root
 * element, which `rem` would follow. scripts/library/embedded-styles.ts replaces `rem` in every style of the library.
 */
export function registerRem(): void {
  try {
    CSS.registerProperty({ name: '--q-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Registered before, by the other element.
  }
}
