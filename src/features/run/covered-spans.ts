/** The words of the summary that a finished question asks about, while the search still runs. */
import type { Span } from '../../core/score.js';
import type { WrittenPair } from '../../core/scorer.js';
import { wholeWordSpans } from '../../core/text/answer-spans.js';
import { normaliseText } from '../../core/text/normalise-text.js';

/** Offsets into `summary` as given, in order; touching and overlapping spans are merged. */
export function coveredSpans(written: readonly WrittenPair[], summary: string): Span[] {
  const answers = new Set(written.filter(({ inSummary }) => inSummary).map(({ answer }) => answer));
  // Answers are words of the normalised text.
  const { text, toOriginal } = normaliseText(summary);
  const spans = [...answers]
    .flatMap((answer) => wholeWordSpans(answer, text).map(toOriginal))
    .sort((a, b) => a.start - b.start);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}
