/** Which tokens begin a word: for the marks of the token chart and the words of the path tree. */
import type { TokenPart } from '../core/score.js';
import { BROKEN, type TokenText } from './token-texts.js';

const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * One entry a token. Words end where Unicode (UAX 29) ends them and where a part of the pair ends; a lone space belongs to
 * what follows. A piece of a character that nobody has put together again counts as a letter.
 */
export function wordStarts(tokens: readonly { readonly part: TokenPart }[], texts: readonly TokenText[]): boolean[] {
  const starts = tokens.map(({ part }, index) => part !== tokens[index - 1]?.part);
  for (const part of ['question', 'answer'] as const) {
    const indices = tokens.flatMap((token, index) => (token.part === part ? [index] : []));
    let text = '';
    const offsets = indices.map((index) => {
      const at = text.length;
      // Later pieces of one character add nothing: they stand inside it.
      const { text: own, piece } = texts[index] as TokenText;
      text += piece && piece.number > 1 ? '' : own.replaceAll(BROKEN, 'x');
      return piece && piece.number > 1 ? -1 : at;
    });
    const boundaries = new Set([...words.segment(text)].map((segment) => segment.index));
    indices.forEach((index, place) => {
      if (place === 0) return;
      const at = offsets[place] as number;
      const previous = (texts[indices[place - 1] as number] as TokenText).text;
      starts[index] = at >= 0 && boundaries.has(at) && previous.trim() !== '';
    });
  }
  return starts;
}
