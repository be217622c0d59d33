/** The two texts that a person works on. */
import { atom } from 'nanostores';

export interface Texts {
  readonly source: string;
  readonly summary: string;
}

export function createDocumentState() {
  const $texts = atom<Texts>({ source: '', summary: '' });

  /** The person's own texts, put aside when an example or a cut replaced them, so that nothing typed is lost. */
  const $aside = atom<Texts | undefined>(undefined);

  /** What is wrong with a file that was dropped on a field; gone once the texts change. */
  const $fieldProblem = atom<{ readonly field: keyof Texts; readonly problem: string } | undefined>(undefined);
  $texts.listen(() => $fieldProblem.set(undefined));

  const editTexts = (change: Partial<Texts>): void => $texts.set({ ...$texts.get(), ...change });

  /** Replaces both texts and keeps what was there for `takeBack`. */
  const replaceTexts = (texts: Texts): void => {
    const now = $texts.get();
    $aside.set(isEmpty(now) ? undefined : now);
    $texts.set(texts);
  };

  const takeBack = (): void => {
    const aside = $aside.get();
    if (!aside) return;
    $texts.set(aside);
    $aside.set(undefined);
  };

  return { $texts, $aside, $fieldProblem, editTexts, replaceTexts, takeBack };
}

export function areSame(a: Texts, b: Texts): boolean {
  return a.source === b.source && a.summary === b.summary;
}

function isEmpty({ source, summary }: Texts): boolean {
  return source.trim() === '' && summary.trim() === '';
}
