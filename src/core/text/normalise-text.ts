/**
 * The text that the model reads. Characters that a person cannot see move a score as much as a wrong fact does, so they
 * are removed: soft hyphens and zero-width characters are dropped, the rest becomes NFC, each run of white space becomes one
 * blank (one line break where the run has any), and the ends are stripped. Change NORMALISATION with this recipe.
 */
import type { Span } from '../score.js';

export interface NormalisedText {
  readonly text: string;
  /** UTF-16 span of `text` to the span of the original text that it comes from. Throws RangeError outside `text`. */
  toOriginal(span: Span): Span;
}

/** Soft hyphen, zero-width space, word joiner, byte-order mark. Joiners (U+200C, U+200D) stay: they change what is read. */
const DROPPED = /[\u00ad\u200b\u2060\ufeff]/u;

/** No-break spaces included; next line (U+0085) is white space in Unicode, but not in regular expressions. */
const BLANK = /[\s\u0085]/u;
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function normaliseText(original: string): NormalisedText {
  return collapseBlanks(compose(dropInvisible(original))).finish();
}

/** Parts of a text, given by spans in rising order without overlap, read as one text. */
export function joinParts({ text, toOriginal }: NormalisedText, parts: readonly Span[]): NormalisedText {
  const joined = new MappedText();
  for (const { start, end } of parts) {
    for (let at = start; at < end; at++) joined.add(text[at] as string, toOriginal({ start: at, end: at + 1 }));
  }
  return joined.finish();
}

/** A text whose every UTF-16 unit knows its span in the original. */
class MappedText {
  private readonly pieces: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  add(piece: string, { start, end }: Span): void {
    this.pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  get text(): string {
    return this.pieces.join('');
  }

  /** An empty span has the place before its character; at the end of the text, the place after the last one. */
  toOriginal(start: number, end: number): Span {
    const { starts, ends } = this;
    if (start < 0 || end < start || end > starts.length) {
      throw new RangeError(`No characters ${start} to ${end} in a text of ${starts.length}.`);
    }
    if (start < end) return { start: starts[start] as number, end: ends[end - 1] as number };
    const place = starts[start] ?? ends.at(-1) ?? 0;
    return { start: place, end: place };
  }

  finish(): NormalisedText {
    return { text: this.text, toOriginal: ({ start, end }) => this.toOriginal(start, end) };
  }
}

function dropInvisible(original: string): MappedText {
  const kept = new MappedText();
  for (let at = 0; at < original.length; at++) {
    const unit = original[at] as string;
    if (!DROPPED.test(unit)) kept.add(unit, { start: at, end: at + 1 });
  }
  return kept;
}

/** NFC never joins characters of two graphemes, so each grapheme is composed alone and keeps its place. */
function compose(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (text.normalize('NFC') === text) return mapped;
  const composed = new MappedText();
  for (const { segment, index } of graphemes.segment(text)) {
    const piece = segment.normalize('NFC');
    if (piece === segment) addUnits(composed, mapped, segment, index);
    else composed.add(piece, mapped.toOriginal(index, index + segment.length));
  }
  return composed;
}

function collapseBlanks(mapped: MappedText): MappedText {
  const { text } = mapped;
  const collapsed = new MappedText();
  for (let at = 0; at < text.length;) {
    const start = at;
    const isBlank = BLANK.test(text[at] as string);
    while (at < text.length && BLANK.test(text[at] as string) === isBlank) at++;
    const run = text.slice(start, at);
    if (!isBlank) addUnits(collapsed, mapped, run, start);
    else if (start > 0 && at < text.length)
      collapsed.add(LINE_BREAK.test(run) ? '\n' : ' ', mapped.toOriginal(start, at));
  }
  return collapsed;
}

function addUnits(target: MappedText, from: MappedText, units: string, start: number): void {
  for (let unit = 0; unit < units.length; unit++) {
    target.add(units[unit] as string, from.toOriginal(start + unit, start + unit + 1));
  }
}
