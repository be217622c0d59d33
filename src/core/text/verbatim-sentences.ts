/** Which sentences of a summary are in the article word for word: no question can make them unsupported. */
import type { Span } from '../score.js';
import { normaliseText } from './normalise-text.js';
import { sentenceKey, sentencesOf } from './sentences.js';

export interface Verbatim {
  /** Offsets into the summary as it was given, in order, without overlap and without white space at the ends. */
  readonly spans: readonly Span[];
  /** Every word of the summary is in one of them. */
  readonly isAll: boolean;
}

const WORD = /[\p{L}\p{N}]/u;

/**
 * Whole sentences alone count: "The mayor resigned." is not in "He denied that the mayor resigned." Both texts are read with their
 * line breaks as sentence ends, for lists and headings, and without, for lines of a fixed length.
 */
export function verbatimSentences(summary: string, source: string): Verbatim {
  const normalised = normaliseText(summary);
  const { text } = normalised;
  const article = normaliseText(source).text;
  const known = new Set([article, joinLines(article)].flatMap((each) => bareSentences(each).map(({ key }) => key)));
  const found = [text, joinLines(text)]
    .flatMap(bareSentences)
    .filter(({ key }) => known.has(key))
    .map(({ span }) => span);
  const spans = withoutInner(found);
  return { spans: spans.map(normalised.toOriginal), isAll: spans.length > 0 && !WORD.test(without(text, spans)) };
}

/** Of the same length, so that offsets hold. */
function joinLines(text: string): string {
  return text.replaceAll('\n', ' ');
}

function bareSentences(text: string): { readonly span: Span; readonly key: string }[] {
  return sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const key = sentenceKey(sentence);
    return key === '' ? [] : [{ span: { start, end: start + sentence.trimEnd().length }, key }];
  });
}

/** In order; of spans that overlap, the one that begins first and is longest. */
function withoutInner(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

function without(text: string, spans: readonly Span[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of spans) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}
