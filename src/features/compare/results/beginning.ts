/** The first words of an article, to name it. */
const LONGEST = 60;

export function beginningOf(article: string): string {
  const line =
    article
      .trim()
      .slice(0, 4 * LONGEST)
      .split(/[\n\r]/u, 1)[0] ?? '';
  const words = line.split(/\s+/u);
  let beginning = '';
  for (const word of words) {
    if (beginning && beginning.length + word.length >= LONGEST) return `${beginning}…`;
    beginning += beginning ? ` ${word}` : word.slice(0, LONGEST);
  }
  return beginning;
}
