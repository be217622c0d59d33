/** Two page elements in one document hear the same window; each leaves the other's events alone. */

/** True for an event inside another root element than `root`, also where either is in a shadow root. */
export function isOfOther(event: Event, root: Element): boolean {
  const owner = event.composedPath().find((node) => node instanceof Element && node.localName === root.localName);
  return owner !== undefined && owner !== root;
}
