/** The two texts that a person works on. */
import { atom, computed } from 'nanostores';

export interface Texts {
  readonly source: string;
  readonly summary: string;
}

/** Each may be as long as an article. */
const MOST_ASIDE = 10;

export function createDocumentState() {
  const $texts = atom<Texts>({ source: '', summary: '' });

  /** The person's own texts that an example, a file or a cut replaced, the newest first, so that nothing typed is lost. */
  const $putAside = atom<readonly Texts[]>([]);
  /** The ones that `takeBack` gives. */
  const $aside = computed($putAside, ([newest]) => newest);

  /** What an example, a file or a cut put into the fields last: it can be had again. */
  let given: Texts | undefined;

  /** What is wrong with a file that was dropped on a field; gone once the texts change. */
  const $fieldProblem = atom<{ readonly field: keyof Texts; readonly problem: string } | undefined>(undefined);
  $texts.listen(() => $fieldProblem.set(undefined));

  const editTexts = (change: Partial<Texts>): void => $texts.set({ ...$texts.get(), ...change });

  /** Replaces both texts. What was there is gone, so it must be somewhere else too. */
  const giveTexts = (texts: Texts): void => {
    given = texts;
    $texts.set(texts);
  };

  /** Replaces both texts and keeps what was there for `takeBack`. */
  const replaceTexts = (texts: Texts): void => {
    const now = $texts.get();
    const others = $putAside.get().filter((each) => !areSame(each, now));
    if (!isEmpty(now)) $putAside.set([now, ...others].slice(0, MOST_ASIDE));
    giveTexts(texts);
  };

  /** Takes the newest of the saved texts. The present ones become the oldest, unless they can be had again. */
  const takeBack = (): void => {
    const [newest, ...others] = $putAside.get();
    if (!newest) return;
    const now = $texts.get();
    const isLost = !isEmpty(now) && !(given && areSame(given, now));
    $putAside.set(isLost ? [...others, now] : others);
    $texts.set(newest);
  };

  return { $texts, $putAside, $aside, $fieldProblem, editTexts, giveTexts, replaceTexts, takeBack };
}

export function areSame(a: Texts, b: Texts): boolean {
  return a.source === b.source && a.summary === b.summary;
}

function isEmpty({ source, summary }: Texts): boolean {
  return source.trim() === '' && summary.trim() === '';
}
