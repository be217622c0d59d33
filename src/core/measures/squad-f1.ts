/** How two answers are compared: the rule of SQuAD's evaluation script, version 2.0 (Rajpurkar et al. 2016, 2018). */

/** Python's string.punctuation. */
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** As whole words. A letter of any script is part of a word, so that the "a" of "éa" is none. */
const ARTICLE = /(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu;

/** Lower case, without punctuation and articles, one blank between words. */
export function normaliseAnswer(answer: string): string {
  return answerTokens(answer).join(' ');
}

/** F1 of the two answers' tokens, 0 to 1. An answer without tokens equals only another one without. */
export function answerF1(answer: string, other: string): number {
  const [own, others] = [answerTokens(answer), answerTokens(other)];
  if (own.length === 0 || others.length === 0) return own.length === others.length ? 1 : 0;
  const left = [...others];
  for (const token of own) {
    const place = left.indexOf(token);
    if (place >= 0) left.splice(place, 1);
  }
  const shared = others.length - left.length;
  if (shared === 0) return 0;
  const [precision, recall] = [shared / own.length, shared / others.length];
  return (2 * precision * recall) / (precision + recall);
}

function answerTokens(answer: string): string[] {
  return answer.toLowerCase().replace(PUNCTUATION, '').replace(ARTICLE, ' ').split(/\s+/).filter(Boolean);
}
