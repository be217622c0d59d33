/** Sentences of a text, and what makes two of them the same to a reader. */
import type { Span } from '../score.js';
import { foldFully } from './folded-text.js';

const WORD = /[\p{L}\p{N}]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Bullets, dashes, quotation marks and brackets. No sign that belongs to a number: −5, $5 and 5 % keep theirs. */
const OPENING = /^(?:[-–—•*▪‣◦·]\s+|["'([…\s])+/u;
const CLOSING = /[.!…,;:"')\]\s]+$/u;

/** `Intl.Segmenter` ends a sentence behind these titles ("Mr. Jones"). */
const TITLE =
  /(?<![\p{L}\p{N}])(?:Mrs?|Ms|Drs?|Prof|St|Sgt|Lt|Capt|Col|Gen|Gov|Sen|Rep|Rev|Hon|Jr|Sr|vs|Messrs)\.[^\S\n]+$/u;
/** And behind an initial ("J. K. Rowling") or an abbreviation of capitals ("U.S."). */
const CAPITAL = /(?<![\p{L}\p{N}])\p{Lu}\.[^\S\n]+$/u;
/** Words that begin sentences and no names: a sentence ends in "the U.S. The", but not in "the U.S. Senate". */
const STARTER =
  /^["“‘']?(?:The|An?|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|This|That|These|Those|There|In|On|At|For|From|With|But|And|Or|If|As|When|While|After|Before|Since|Although|However|What|Who|How|Why|Where|No|Not|Nobody|None|Some|All|Many|Most|More|Several|One|Both)(?=[\s,])/u;

/**
 * UTF-16 spans in order, with the white space after each; together they are the text. A line break ends a sentence. Two sentences stay
 * together if the first ends in a title or an initial: half a sentence must not count as a whole one.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let isOpen = false;
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length;
    const start = (isOpen ? spans.pop()?.start : undefined) ?? index;
    spans.push({ start, end });
    isOpen = TITLE.test(segment) || (CAPITAL.test(segment) && !STARTER.test(text.slice(end, end + 20)));
  }
  return spans;
}

/**
 * Equal for sentences with the same words: compared after NFKC and case-folding, with quotation marks of one kind, white space
 * as one blank, and without punctuation at either end; a question mark stays. '' for a sentence without a word.
 */
export function sentenceKey(sentence: string): string {
  const key = foldFully(sentence)
    .replace(/[‘’‛]/gu, "'")
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/\s+/gu, ' ')
    .replace(OPENING, '')
    .replace(CLOSING, '');
  return WORD.test(key) ? key : '';
}
