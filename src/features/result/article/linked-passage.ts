/** The passage of the article to read for a pair: the one with the model's answer that shares the most words with the question. */
import type { Span } from '../../../core/score.js';

export interface Link {
  /** Index of the passage. */
  readonly passage: number;
  /** The reason for the choice; `question` if the answer does not occur word for word. */
  readonly by: 'answer' | 'question';
}

/** The passages of one article with their words, computed once for all pairs. */
export class PassageIndex {
  private readonly words: readonly ReadonlySet<string>[];

  constructor(
    source: string,
    readonly passages: readonly Span[],
  ) {
    this.words = passages.map(({ start, end }) => wordsOf(source.slice(start, end)));
  }

  /** `answerSpans`: where the answer occurs in the article. Undefined if no passage shares a word with the question either. */
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

  /** For each passage, its shared words with the question; a word in fewer passages weighs more. */
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
