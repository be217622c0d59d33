/** Two page elements in one document hear the same window; each leaves the other's events alone. */

/** True for an event inside another root element than `root`. */
export function isOfOther({ target }: Event, root: Element): boolean {
  const owner = target instanceof Element ? target.closest(root.localName) : null;
  return owner !== null && owner !== root;
}
