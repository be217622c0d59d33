/** The model was trained on English: texts in another script get numbers that mean little. */

/** Number of characters that decide: enough for any text, and fast on a megabyte. */
const SAMPLE = 4_000;

/** True if most letters are not Latin. */
export function isOtherScript(text: string): boolean {
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  return latin.length < letters.length / 2;
}
