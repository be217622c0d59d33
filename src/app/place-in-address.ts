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

/** To its top, also where it is open already: texts below a result can be scored again from there. */
export function goTo(place: Place): void {
  if (placeOf(location.hash) !== place) return void (location.hash = addressOf(place));
  $place.set(place);
  scrollTo(0, 0);
}
