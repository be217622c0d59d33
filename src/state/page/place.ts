/** Which page is open. The address's fragment names it, so that Back, Forward and links work. */
import { atom, computed } from 'nanostores';

/** A new page has its line here, in `src/app/pages.ts`, and in the navigation (`NAV` in `src/text/page/page-words.ts`). */
const FRAGMENTS = {
  form: '',
  result: 'result',
  compare: 'compare',
  batch: 'batch',
  rate: 'rate',
  history: 'history',
  measures: 'how-quals-compares',
  help: 'how-it-works',
} as const;

export type Place = keyof typeof FRAGMENTS;

/** A section of a page follows its fragment: #how-it-works:privacy. */
const SECTION = ':';

/** A page and a section of it; '' for its top. */
export interface Visit {
  readonly place: Place;
  readonly section: string;
}

export function createPlaceState() {
  /** A new value at each visit, also to the page that is open already. */
  const $visit = atom<Visit>({ place: 'form', section: '' });
  const $place = computed($visit, ({ place }) => place);
  const goTo = (place: Place, section = ''): void => $visit.set({ place, section });
  return { $visit, $place, goTo };
}

export function placeOf(fragment: string): Place {
  const name = fragment.replace(/^#/, '').split(SECTION, 1)[0];
  const places = Object.keys(FRAGMENTS) as Place[];
  return places.find((place) => FRAGMENTS[place] === name) ?? 'form';
}

export function addressOf(place: Place, section?: string): string {
  return `#${FRAGMENTS[place]}${section === undefined ? '' : SECTION + section}`;
}

/** '' if the address names none. */
export function sectionOf(fragment: string): string {
  return fragment.split(SECTION)[1] ?? '';
}

/** Where one article and one summary are scored, and a run of them is shown. */
export function scoresOneText(place: Place): boolean {
  return place === 'form' || place === 'result';
}
