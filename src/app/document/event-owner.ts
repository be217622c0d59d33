/** Two page elements in one document hear the same window; each leaves the other's events alone. */

/** True for an event inside another root element than `root`, also where either is in a shadow root. */
export function isOfOther(event: Event, root: Element): boolean {
  // The path goes through shadow roots; the target alone may be a part of one.
  const owner = event.composedPath().find((place) => place instanceof Element && place.localName === root.localName);
  return owner !== undefined && owner !== root;
}
