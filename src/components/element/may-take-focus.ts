import { activeElementBeside } from './active-element.js';

/** Whether an element may scroll the document or take the focus: not while a person works in another part of it. */
export function mayTakeFocus(root: Element): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || root.contains(activeElementBeside(root));
}
