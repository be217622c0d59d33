/** Keeps the open page and the address's fragment in step, in both directions. */
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
 * Scrolls to the top, even if the page is already open: texts below a result can be scored again from there. Sets the place at
 * once, because the address event comes later and the page would briefly show the previous place.
 */
export function goTo(place: Place): void {
  $place.set(place);
  scrollTo(0, 0);
  if (placeOf(location.hash) !== place) location.hash = addressOf(place);
}
