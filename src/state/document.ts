/** The two texts that a person works on. */
import { atom } from 'nanostores';

export interface Texts {
  readonly source: string;
  readonly summary: string;
}

export const $texts = atom<Texts>({ source: '', summary: '' });

/** The person's own texts, saved when an example or a cut replaces them, so that no typed text is lost. */
export const $aside = atom<Texts | undefined>(undefined);

/** What is wrong with a file that was dropped on a field; gone once the texts change. */
export const $fieldProblem = atom<{ readonly field: keyof Texts; readonly problem: string } | undefined>(undefined);
$texts.listen(() => $fieldProblem.set(undefined));

export function editTexts(change: Partial<Texts>): void {
  $texts.set({ ...$texts.get(), ...change });
}

/** Replaces both texts and saves the previous ones for `takeBack`. */
export function replaceTexts(texts: Texts): void {
  const now = $texts.get();
  $aside.set(isEmpty(now) ? undefined : now);
  $texts.set(texts);
}

export function takeBack(): void {
  const aside = $aside.get();
  if (!aside) return;
  $texts.set(aside);
  $aside.set(undefined);
}

export function areSame(a: Texts, b: Texts): boolean {
  return a.source === b.source && a.summary === b.summary;
}

function isEmpty({ source, summary }: Texts): boolean {
  return source.trim() === '' && summary.trim() === '';
}
