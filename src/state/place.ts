/** The open page, from the address's fragment, so that Back, Forward and links work. */
import { atom } from 'nanostores';

export type Place = 'form' | 'result' | 'help';

const FRAGMENTS: Readonly<Record<Place, string>> = { form: '', result: 'result', help: 'how-it-works' };

/** A section of a page follows its fragment: #how-it-works:privacy. */
const SECTION = ':';

export const $place = atom<Place>('form');

export function placeOf(fragment: string): Place {
  const name = fragment.replace(/^#/, '').split(SECTION, 1)[0];
  return name === FRAGMENTS.result ? 'result' : name === FRAGMENTS.help ? 'help' : 'form';
}

export function addressOf(place: Place, section?: string): string {
  return `#${FRAGMENTS[place]}${section === undefined ? '' : SECTION + section}`;
}

/** '' if the address names none. */
export function sectionOf(fragment: string): string {
  return fragment.split(SECTION)[1] ?? '';
}
