/** Keeps the open page and the address's fragment the same, in both directions. */
import { $place, addressOf, type Place, placeOf } from '../state/place.js';

export function followAddress(): void {
  const follow = (): void => {
    $place.set(placeOf(location.hash));
    scrollTo(0, 0);
  };
  addEventListener('hashchange', follow);
  $place.set(placeOf(location.hash));
}

/**
 * To its top, also where it is open already: texts below a result can be scored again from there. The place changes at once: the
 * address is heard a moment later, in which the page would show the place before.
 */
export function goTo(place: Place): void {
  $place.set(place);
  scrollTo(0, 0);
  if (placeOf(location.hash) !== place) location.hash = addressOf(place);
}
