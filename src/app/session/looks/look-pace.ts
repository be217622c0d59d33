/** How long looks after an edit take, and whether that is too long. */

/** A look that takes longer disturbs more than it helps. */
const LONGEST_MS = 2_000;
/** A single slow look may have another cause, for instance another tab. */
const NEEDED = 2;
const REMEMBERED = 3;

export interface SlowPace {
  readonly seconds: number;
  /** False: it is slow because the article is too long to keep. A shorter one may be fast. */
  readonly articleKept: boolean;
}

export class LookPace {
  private taken: { readonly milliseconds: number; readonly articleKept: boolean }[] = [];
  private source: string | undefined;

  /** `source`: the article. Its first look is not counted if the article is kept: only that one reads it. */
  add(source: string, milliseconds: number, articleKept: boolean): void {
    const isEdit = source === this.source || !articleKept;
    if (source !== this.source) this.taken = this.taken.filter((look) => look.articleKept);
    this.source = source;
    if (isEdit) this.taken = [...this.taken, { milliseconds, articleKept }].slice(-REMEMBERED);
  }

  /** Undefined for a pace that is fast enough, or not known yet, or known for another long article only. */
  slow(source: string): SlowPace | undefined {
    const counting = this.taken.filter(({ articleKept }) => articleKept || source === this.source);
    const slow = counting.filter(({ milliseconds }) => milliseconds > LONGEST_MS);
    const last = slow.at(-1);
    if (!last || slow.length < NEEDED) return undefined;
    return { seconds: last.milliseconds / 1000, articleKept: last.articleKept };
  }

  /** For a model that was loaded anew. */
  forget(): void {
    this.taken = [];
    this.source = undefined;
  }
}
