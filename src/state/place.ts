/** Which page is open: the address's fragment, so that Back, Forward and links work. */
import { atom } from 'nanostores';

export type Place = 'form' | 'result' | 'help';

const FRAGMENTS: Readonly<Record<Place, string>> = { form: '', result: 'result', help: 'how-it-works' };

export const $place = atom<Place>('form');

export function placeOf(fragment: string): Place {
  const name = fragment.replace(/^#/, '');
  return name === FRAGMENTS.result ? 'result' : name === FRAGMENTS.help ? 'help' : 'form';
}

export function addressOf(place: Place): string {
  return `#${FRAGMENTS[place]}`;
}
