/** The result on the page, and the selection in it. */
import { atom, computed } from 'nanostores';
import { shownFirst } from '../../core/judgement/evidence-order.js';
import type { ScoredPair } from '../../core/score.js';
import type { ScoredTexts } from './earlier-score.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import { type Verbatim, verbatimSentences } from '../../core/text/verbatim-sentences.js';

export interface ShownResult extends ScoredTexts {
  /** Source of the numbers: this device, the project's stored results, the history, or a file that a person opened. */
  readonly origin:
    | ({ readonly kind: 'run' } & RunOrigin)
    | { readonly kind: 'example'; readonly title: string }
    /** `title`: of the entry. */
    | ({ readonly kind: 'history'; readonly title: string } & RunOrigin)
    | ({ readonly kind: 'file'; readonly fileName: string; readonly resultsInFile: number } & RunOrigin);
}

/** As in a record. */
type RunOrigin = Pick<ResultRecord, 'createdAt' | 'name' | 'run'>;

export type Letter = 'a' | 'b';

/** Indices into `pairs` (worst first) of the two pairs that the figure draws, and one token in one of them. */
export interface Selection {
  readonly a: number;
  readonly b: number;
  readonly token: { readonly of: Letter; readonly index: number };
}

export function createResultState() {
  const $shown = atom<ShownResult | undefined>(undefined);
  /** A result that came while another page was open, until the person opens it. */
  const $unseen = atom<ShownResult | undefined>(undefined);
  /** Why a file or an entry of the history was not opened, where the part that was asked for it is gone. '' for no reason. */
  const $notOpened = atom('');
  const $selection = atom<Selection>({ a: 0, b: 0, token: { of: 'a', index: 0 } });

  /** Sentences of the shown summary that are in its article word for word. */
  const $verbatim = computed($shown, (shown): Verbatim =>
    verbatimSentences(shown?.texts.summary ?? '', shown?.texts.source ?? ''),
  );

  const $selectedPair = computed([$shown, $selection], (shown, { a }) => pairsOf(shown)[a]);

  const showResult = (shown: ShownResult): void => {
    $shown.set(shown);
    $unseen.set(undefined);
    const pairs = pairsOf(shown);
    const [a, b] = shownFirst(pairs, $verbatim.get().spans, shown.result.firstLook);
    $selection.set({ a, b, token: { of: 'a', index: widestAnswerToken(pairs[a]) } });
  };

  const selectPair = (letter: Letter, index: number): void => {
    const pair = pairsOf($shown.get())[index];
    if (!pair) return;
    $selection.set({ ...$selection.get(), [letter]: index, token: { of: letter, index: widestAnswerToken(pair) } });
  };

  const selectToken = (of: Letter, index: number): void => {
    $selection.set({ ...$selection.get(), token: { of, index } });
  };

  return { $shown, $unseen, $notOpened, $selection, $verbatim, $selectedPair, showResult, selectPair, selectToken };
}

function pairsOf(shown: ShownResult | undefined): readonly ScoredPair[] {
  return shown?.result.kind === 'scored' ? shown.result.pairs : [];
}

/** The answer token whose probability falls most: what a person should see first. */
export function widestAnswerToken(pair: ScoredPair | undefined): number {
  let widest = 0;
  let lowest = Infinity;
  pair?.tokens.forEach(({ part, sourceLogProb, summaryLogProb }, index) => {
    const difference = sourceLogProb - summaryLogProb;
    if (part !== 'answer' || difference >= lowest) return;
    lowest = difference;
    widest = index;
  });
  return widest;
}
