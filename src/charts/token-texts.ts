/** The text of each token. One character may be several tokens, which decode alone to U+FFFD; the pair's text contains it whole. */
import type { ScoredPair, TokenPart, TokenScore } from '../core/score.js';

export interface TokenText {
  /** The token's own characters with spaces, or the whole character that it is a piece of. */
  readonly text: string;
  /** Set if several tokens make up `text`: for instance 1 of 3. */
  readonly piece?: { readonly number: number; readonly of: number };
}

/** What a piece of a character decodes to alone. */
export const BROKEN = '\uFFFD';

/** One entry per token of the pair; '' for separator and end. */
export function tokenTexts(pair: ScoredPair): readonly TokenText[] {
  const whole: Partial<Record<TokenPart, string>> = { question: pair.question, answer: pair.answer };
  return runsByPart(pair.tokens).flatMap((tokens) => {
    const part = tokens[0]?.part;
    const texts = tokens.map((token) => token.text);
    const full = part === undefined ? undefined : whole[part];
    if (full === undefined || !texts.some((text) => text.includes(BROKEN))) return texts.map((text) => ({ text }));
    return repair(texts, full) ?? texts.map((text) => ({ text }));
  });
}

function runsByPart(tokens: readonly TokenScore[]): TokenScore[][] {
  const runs: TokenScore[][] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last?.[0]?.part === token.part) last.push(token);
    else runs.push([token]);
  }
  return runs;
}

/** Aligns `full` with the tokens; the text between two readable tokens belongs to the broken ones. */
function repair(texts: readonly string[], full: string): TokenText[] | undefined {
  const repaired: TokenText[] = [];
  let at = 0;
  for (let index = 0; index < texts.length;) {
    const text = texts[index] as string;
    if (!text.includes(BROKEN)) {
      // The pair's text is trimmed; its tokens are not.
      const found = full.startsWith(text, at) ? text : text.trim();
      if (!full.startsWith(found, at)) return undefined;
      repaired.push({ text });
      at += found.length;
      index++;
      continue;
    }
    let next = index;
    while (texts[next]?.includes(BROKEN)) next++;
    const stop = next < texts.length ? full.indexOf(texts[next] as string, at) : full.length;
    if (stop <= at) return undefined;
    const of = next - index;
    const lead = /^\s/.test(text) && !/^\s/.test(full.slice(at)) ? ' ' : '';
    for (let number = 1; number <= of; number++)
      repaired.push({ text: lead + full.slice(at, stop), piece: { number, of } });
    at = stop;
    index = next;
  }
  return repaired;
}
