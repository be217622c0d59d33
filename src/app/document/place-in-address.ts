/** Keeps the open page and the address's fragment the same, in both directions. */
import { mayTakeFocus } from '../../components/element/may-take-focus.js';
import type { PageState } from '../../state/page-state.js';
import { addressOf, placeOf, sectionOf } from '../../state/page/place.js';

export function followAddress(root: Element, { $visit, goTo }: PageState, signal: AbortSignal): void {
  const follow = (): void => goTo(placeOf(location.hash), sectionOf(location.hash));
  follow();
  addEventListener('hashchange', follow, { signal });
  // To its top, also where the page is open already: texts below a result can be scored again from there.
  const leave = $visit.listen(({ place }) => {
    if (mayTakeFocus(root)) scrollTo(0, 0);
    if (placeOf(location.hash) !== place) location.hash = addressOf(place);
  });
  signal.addEventListener('abort', leave);
}
