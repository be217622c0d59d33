/** Words and punctuation marks, each with the space before it. */
export function wordsIn(text: string): string[] {
  return text.match(/\s?[\p{L}\p{N}']+|[^\p{L}\p{N}\s]/gu) ?? [];
}
