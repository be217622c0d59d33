/** Where an answer occurs in a text. Source: docs/metric.md, section 2, rule 2. */
import type { ProtocolName } from '../protocol.js';
import type { Span } from '../score.js';
import { foldBare, foldCase, foldFully, foldText, oneSigma, originalSpan } from './folded-text.js';

const WORD = /[\p{L}\p{N}\p{M}_]/u;
const NUMBER_JOINT = /^\p{N}[.,]\p{N}$/u;

/** Whole words, compared after NFKC, case-folding and trimming of outer punctuation and space. */
export function wholeWordSpans(answer: string, text: string): Span[] {
  const sought = foldBare(answer);
  if (sought === '') return [];
  const folded = foldText(text, foldFully);
  return occurrences(folded.folded, sought, (start) => isWhole(folded.folded, start, start + sought.length)).map(
    (start) => originalSpan(folded, start, start + sought.length),
  );
}

/** Raw characters of the lower-cased text, as in the released code: "art" occurs in "party". */
export function substringSpans(answer: string, text: string): Span[] {
  const sought = oneSigma(foldCase(answer));
  if (sought === '') return [];
  const folded = foldText(text, foldCase);
  return occurrences(folded.folded, sought).map((start) => originalSpan(folded, start, start + sought.length));
}

export function answerSpans(answer: string, text: string, protocol: ProtocolName): Span[] {
  return protocol === 'matched' ? wholeWordSpans(answer, text) : substringSpans(answer, text);
}

/** The test for keeping a pair. The released rule accepts an empty answer, which has no span. */
export function isAnswerIn(answer: string, text: string, protocol: ProtocolName): boolean {
  if (protocol === 'released') return foldCase(text).includes(foldCase(answer));
  return wholeWordSpans(answer, text).length > 0;
}

/** Starts without overlap. One that does not count may overlap the next: "ha ha" in "Aha ha ha". */
function occurrences(text: string, sought: string, counts: (start: number) => boolean = () => true): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(sought); at >= 0;) {
    const isHit = counts(at);
    if (isHit) starts.push(at);
    at = text.indexOf(sought, at + (isHit ? sought.length : 1));
  }
  return starts;
}

function isWhole(text: string, start: number, end: number): boolean {
  return isBoundary(text, start) && isBoundary(text, end);
}

/** True if no word and no number such as 90,000 or 1.5 crosses position `at`. */
function isBoundary(text: string, at: number): boolean {
  const before = lastCharacter(text.slice(Math.max(0, at - 2), at));
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (WORD.test(before) && WORD.test(after)) return false;
  return !NUMBER_JOINT.test(text.slice(at - 1, at + 2)) && !NUMBER_JOINT.test(text.slice(at - 2, at + 1));
}

function lastCharacter(text: string): string {
  return [...text].at(-1) ?? ' ';
}
