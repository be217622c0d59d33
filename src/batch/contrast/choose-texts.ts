/**
 * The texts of contrastive training (ConSeq, paper, section 4): S+ has references that score high, S− generated summaries that score
 * low. An article is used only where both hold, as in the released code.
 */

export interface ScoredText {
  /** The same for the reference and the generated summaries of one article. */
  readonly article: string;
  readonly kind: 'reference' | 'generated';
  /** QUALS, or another measure that is higher for the better text. */
  readonly value: number;
}

/** `rouge`: the mean of ROUGE-1, -2 and -L, the article's second baseline. */
export const CHOSEN_BY = ['quals', 'rouge'] as const;
export type ChosenBy = (typeof CHOSEN_BY)[number];

export interface Shares {
  /** Of the references, from the best on. */
  readonly references: number;
  /** Of the generated summaries, from the worst on. */
  readonly generated: number;
}

export const RELEASED_SHARES: Shares = { references: 0.3, generated: 0.3 };

export interface Choice<T> {
  readonly positive: readonly T[];
  readonly negative: readonly T[];
}

/**
 * Both sets in the order of `texts`. A share is rounded down to whole texts; of equal values the first comes first. Texts without
 * a finite value must be left out before. Throws RangeError for a share outside 0 to 1.
 */
export function chooseTexts<T extends ScoredText>(texts: readonly T[], shares: Shares = RELEASED_SHARES): Choice<T> {
  const best = leading(texts, 'reference', shares.references, (a, b) => b.value - a.value);
  const worst = leading(texts, 'generated', shares.generated, (a, b) => a.value - b.value);
  const articles = new Set([...best].map(({ article }) => article));
  const both = new Set([...worst].map(({ article }) => article).filter((article) => articles.has(article)));
  const chosen = (set: ReadonlySet<T>): T[] => texts.filter((text) => set.has(text) && both.has(text.article));
  return { positive: chosen(best), negative: chosen(worst) };
}

function leading<T extends ScoredText>(
  texts: readonly T[],
  kind: T['kind'],
  share: number,
  order: (a: T, b: T) => number,
): ReadonlySet<T> {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share of ${share} is not between 0 and 1.`);
  const all = texts.filter((text) => text.kind === kind).sort(order);
  return new Set(all.slice(0, Math.floor(all.length * share + ROUNDING)));
}

/** 0.3 of 10 is 3, although 10 × 0.3 in binary may be a little less. */
const ROUNDING = 1e-9;
