/** Several summaries of one article. */
import { atom, computed } from 'nanostores';
import type { RunOnDevice } from '../../core/record/result-record.js';
import type { Scored, Unscorable } from '../../core/score.js';
import type { Texts } from '../scoring/document.js';
import { firstName, newId } from './names.js';

export const LEAST_SUMMARIES = 2;
export const MOST_SUMMARIES = 8;
/** A score takes some 300 KB of the browser's storage. */
const MOST_ASIDE = 10;

interface NamedText {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
}

/** What a person types: written at each pause, so it holds no scores. */
export interface ComparedTexts {
  readonly source: string;
  readonly summaries: readonly NamedText[];
  /** The summary that the others are compared with; the first that has a score if undefined. */
  readonly baseline?: string | undefined;
  /** Id of its entry in the history. */
  readonly entry?: string | undefined;
}

/** Where a score came from that this page did not make. */
export type OpenedFrom =
  | { readonly kind: 'example'; readonly title: string }
  | { readonly kind: 'history'; readonly title: string }
  | { readonly kind: 'file'; readonly fileName: string; readonly resultsInFile: number };

/** A score with the texts that it was made of, which the person may have edited since. */
export interface ComparedScore {
  readonly texts: Texts;
  readonly result: Scored | Unscorable;
  /** As in a record. */
  readonly createdAt: string | null;
  readonly run?: RunOnDevice | undefined;
  /** Undefined for a score of this page. */
  readonly from?: OpenedFrom | undefined;
}

/** By the id of the summary. */
export type ComparedScores = Readonly<Record<string, ComparedScore>>;

export interface ComparedSummary extends NamedText {
  readonly scored?: ComparedScore | undefined;
}

export interface Comparison {
  readonly source: string;
  readonly summaries: readonly ComparedSummary[];
  readonly baseline?: string | undefined;
}

/**
 * The comparison has its own texts, beside the two of the form (scoring/document.ts): an example, a file or a cut replaces the
 * form's article, and must not take the article from under several scored summaries. `compareAlso` copies from there to here.
 */
export function createComparisonState() {
  const $comparedTexts = atom<ComparedTexts>(emptyTexts());
  const $comparedScores = atom<ComparedScores>({});
  /** Comparisons of other articles that `compareAlso` replaced, the newest first. Their scores stay in `$comparedScores`. */
  const $comparedAside = atom<readonly ComparedTexts[]>([]);

  const $comparison = computed([$comparedTexts, $comparedScores], (texts, scores): Comparison => ({
    ...texts,
    summaries: texts.summaries.map((each) => ({ ...each, scored: scores[each.id] })),
  }));

  const change = (part: Partial<ComparedTexts>): void => $comparedTexts.set({ ...$comparedTexts.get(), ...part });

  const editArticle = (source: string): void => change({ source });

  const editSummary = (id: string, part: { readonly name?: string; readonly summary?: string }): void => {
    const { summaries } = $comparedTexts.get();
    change({ summaries: summaries.map((each) => (each.id === id ? { ...each, ...part } : each)) });
  };

  /** Returns its id; undefined if there are as many as there can be. */
  const addSummary = (summary = ''): string | undefined => {
    const { summaries } = $comparedTexts.get();
    if (summaries.length >= MOST_SUMMARIES) return undefined;
    const added: NamedText = { id: newId(), name: firstName(summaries), summary };
    change({ summaries: [...summaries, added] });
    return added.id;
  };

  const removeSummary = (id: string): void => {
    change({ summaries: $comparedTexts.get().summaries.filter((each) => each.id !== id) });
    dropScoresOfNone();
  };

  /** Does nothing for a summary that was removed meanwhile. */
  const keepScore = (id: string, scored: ComparedScore): void => {
    if (!allSummaries().some((each) => each.id === id)) return;
    $comparedScores.set({ ...$comparedScores.get(), [id]: scored });
  };

  const allSummaries = (): NamedText[] =>
    [$comparedTexts.get(), ...$comparedAside.get()].flatMap(({ summaries }) => summaries);

  /** Does nothing where another comparison is open by now. */
  const noteEntry = (compared: ComparedTexts, entry: string): void => {
    const now = $comparedTexts.get();
    if (now.summaries.some(({ id }) => compared.summaries.some((each) => each.id === id))) change({ entry });
  };

  /** Replaces the comparison by one that has its scores. The present one is saved for `takeComparisonBack`, unless it is the same. */
  const openComparison = (opened: ComparedTexts, scores: ComparedScores): void => {
    const now = $comparedTexts.get();
    const aside = isEmpty(now) || haveSameTexts(now, opened) ? [] : [now];
    $comparedAside.set([...aside, ...$comparedAside.get()].slice(0, MOST_ASIDE));
    $comparedTexts.set(opened);
    $comparedScores.set({ ...$comparedScores.get(), ...scores });
    dropScoresOfNone();
  };

  const chooseBaseline = (baseline: string): void => change({ baseline });

  /**
   * Adds a summary from the form or a result. A comparison of another article is saved for `takeComparisonBack`. False if there is
   * no room for it.
   */
  const compareAlso = ({ source, summary }: Texts, scored?: ComparedScore): boolean => {
    const now = $comparedTexts.get();
    if (source !== now.source) {
      if (isEmpty(now)) change({ source });
      else {
        $comparedAside.set([now, ...$comparedAside.get()].slice(0, MOST_ASIDE));
        $comparedTexts.set({ ...emptyTexts(), source });
        dropScoresOfNone();
      }
    }
    if (summary.trim() === '') return true;
    const { summaries } = $comparedTexts.get();
    const same = summaries.find((each) => each.summary === summary);
    const id = (same ?? summaries.find((each) => each.summary.trim() === ''))?.id ?? addSummary();
    if (id === undefined) return false;
    editSummary(id, { summary });
    if (scored) keepScore(id, scored);
    return true;
  };

  /** Takes the newest of the saved comparisons. The present one becomes the oldest, so that each has its turn. */
  const takeComparisonBack = (): void => {
    const [newest, ...others] = $comparedAside.get();
    if (!newest) return;
    const now = $comparedTexts.get();
    $comparedAside.set(isEmpty(now) ? others : [...others, now]);
    $comparedTexts.set(newest);
  };

  const dropScoresOfNone = (): void => {
    const kept = new Set(allSummaries().map(({ id }) => id));
    $comparedScores.set(Object.fromEntries(Object.entries($comparedScores.get()).filter(([id]) => kept.has(id))));
  };

  return {
    $comparedTexts,
    $comparedScores,
    $comparedAside,
    $comparison,
    editArticle,
    editSummary,
    addSummary,
    removeSummary,
    keepScore,
    noteEntry,
    openComparison,
    chooseBaseline,
    compareAlso,
    takeComparisonBack,
  };
}

function emptyTexts(): ComparedTexts {
  const first: NamedText = { id: newId(), name: firstName([]), summary: '' };
  return { source: '', summaries: [first, { id: newId(), name: firstName([first]), summary: '' }] };
}

function isEmpty({ source, summaries }: ComparedTexts): boolean {
  return source.trim() === '' && summaries.every(({ summary }) => summary.trim() === '');
}

function haveSameTexts(a: ComparedTexts, b: ComparedTexts): boolean {
  const textsOf = ({ source, summaries }: ComparedTexts): string =>
    JSON.stringify([source, summaries.map(({ name, summary }) => [name, summary])]);
  return textsOf(a) === textsOf(b);
}
