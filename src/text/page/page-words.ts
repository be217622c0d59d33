/** Texts of the page frame. */
import type { Place } from '../../state/page/place.js';
import { signed } from '../numbers.js';

export const NAV = {
  label: 'Pages',
  /** In this order. */
  places: { form: 'Score', history: 'History', help: 'How it works' } satisfies { readonly [place in Place]?: string },
  result: 'The result is ready',
} as const;
export const SKIP = 'Skip to the content';
export const FOOT = 'QUALS in the browser. Free software under the Apache licence, version 2.0.';

/** The title of the window. */
export const WINDOW = {
  plain: 'QUALS in the browser',
  history: 'History · QUALS',
  help: 'How it works · QUALS',
  running: (finished: number, paths: number): string => `${finished} of ${paths} · QUALS`,
  scored: (quals: number): string => `${signed(quals)} · QUALS`,
} as const;
