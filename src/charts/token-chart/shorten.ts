const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most `limit` graphemes; the last is an ellipsis if the text was cut. */
export function shorten(text: string, limit: number): string {
  const characters = [...graphemes.segment(text)].map(({ segment }) => segment);
  return characters.length <= limit ? text : `${characters.slice(0, Math.max(1, limit - 1)).join('')}…`;
}
