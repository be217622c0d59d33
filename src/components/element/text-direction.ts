/**
 * The direction of a text by its first letter, like `dir="auto"`. In a text field, the browser's own check takes seconds for a
 * megabyte, at every key.
 */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text.slice(0, LOOKED_AT))?.[0] ?? '';
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}

const LOOKED_AT = 1_000;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
