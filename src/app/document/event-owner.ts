/** Two page elements in one document hear the same window; each leaves the other's events alone. */

/** True for an event inside another root element than `root`. */
export function isOfOther(event: Event, root: Element): boolean {
  // Heard at the window, the target of an event inside a shadow root is the shadow root's host.
  const [target] = event.composedPath();
  const owner = target instanceof Element ? target.closest(root.localName) : null;
  return owner !== null && owner !== root;
}
