/** Which passage of the article to read for a pair: where the model's answer stands, nearest to the question's words. */
import type { Span } from '../../core/score.js';

export interface Link {
  /** Index of the passage. */
  readonly passage: number;
  /** What it was chosen by; `question` where the answer stands nowhere word for word. */
  readonly by: 'answer' | 'question';
}

/** The passages of one article with their words, read once for all pairs. */
export class PassageIndex {
  private readonly words: readonly ReadonlySet<string>[];

  constructor(
    source: string,
    readonly passages: readonly Span[],
  ) {
    this.words = passages.map(({ start, end }) => wordsOf(source.slice(start, end)));
  }

  /** `answerSpans`: where the answer stands in the article. Undefined where no passage has a word of the question either. */
  linkFor(question: string, answerSpans: readonly Span[]): Link | undefined {
    const overlap = this.questionOverlap(wordsOf(question));
    const holdsAnswer = this.passages.map(({ start, end }) =>
      answerSpans.some((span) => span.start < end && span.end > start),
    );
    const by = holdsAnswer.includes(true) ? 'answer' : 'question';
    let best: number | undefined;
    this.passages.forEach((_, index) => {
      if (by === 'answer' && !holdsAnswer[index]) return;
      if (best === undefined || at(overlap, index) > at(overlap, best)) best = index;
    });
    if (best === undefined || (by === 'question' && at(overlap, best) === 0)) return undefined;
    return { passage: best, by };
  }

  /** For each passage the question's words that it has, each weighed by how few passages have it. */
  private questionOverlap(question: ReadonlySet<string>): number[] {
    const weights = [...question].map((word) => {
      const having = this.words.filter((passage) => passage.has(word)).length;
      return { word, weight: having === 0 ? 0 : Math.log((this.words.length + 1) / having) };
    });
    return this.words.map((passage) =>
      weights.reduce((sum, { word, weight }) => sum + (passage.has(word) ? weight : 0), 0),
    );
  }
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
