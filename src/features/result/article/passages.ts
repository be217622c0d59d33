/** The article split into numbered passages: its paragraphs, with long ones split at sentence ends, so that a link leads to a few lines. */
import type { Span } from '../../../core/score.js';

/** A longer paragraph, in characters, is split; about eight lines of the article next to the figure. */
const LONG_PARAGRAPH = 700;
/** A piece ends with the first sentence that reaches this many characters. */
const PIECE = 350;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** UTF-16 spans of `source`, in order, without the white space between them. */
export function passagesOf(source: string): Span[] {
  const paragraphs = Array.from(source.matchAll(/[^\r\n]*\S[^\r\n]*/g), ({ index, 0: text }) =>
    trimmed(source, index, index + text.length),
  );
  return paragraphs.flatMap((span) => (span.end - span.start > LONG_PARAGRAPH ? pieces(source, span) : [span]));
}

function pieces(source: string, { start, end }: Span): Span[] {
  const cut: Span[] = [];
  let from = start;
  for (const { index, segment } of sentences.segment(source.slice(start, end))) {
    const to = start + index + segment.length;
    if (to - from < PIECE && to < end) continue;
    cut.push(trimmed(source, from, to));
    from = to;
  }
  return cut;
}

function trimmed(source: string, start: number, end: number): Span {
  const text = source.slice(start, end);
  const before = text.length - text.trimStart().length;
  return { start: start + before, end: start + text.trimEnd().length };
}
