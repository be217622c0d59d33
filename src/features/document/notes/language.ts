/** Whether a text is in another language than English, by trigrams of its letters. */

/** The library tells shorter texts apart no better than chance allows. */
const LEAST_LETTERS = 60;

/**
 * English must score less than this share of the likeliest language. Measured on texts of 60 to 400 characters, 234 in English and 2,419
 * in 28 other languages written in Latin letters: 2 English ones are taken for another language, 54 of the others are missed. (tinyld 1.3.4: 9
 * and 16, at four times the size; names such as Klitschko mislead it.)
 */
const ENGLISH_BELOW = 0.99;

/** Loads the library at its first call: 52 kB over the network. False where it cannot be loaded, or the text is too short. */
export async function isOtherLanguage(text: string): Promise<boolean> {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LEAST_LETTERS) return false;
  try {
    const { francAll } = await import('franc-min');
    const ranked = francAll(text);
    const [likeliest] = ranked[0] ?? ['und'];
    const english = ranked.find(([language]) => language === 'eng')?.[1] ?? 0;
    return likeliest !== 'und' && likeliest !== 'eng' && english < ENGLISH_BELOW;
  } catch {
    return false;
  }
}
