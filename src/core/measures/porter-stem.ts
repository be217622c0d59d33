/**
 * The Porter stemmer (Porter, "An algorithm for suffix stripping", Program 14(3), 1980) with the extensions of NLTK, which Google's
 * rouge-score uses. Stemmers on npm follow other variants: they give other stems for "dying", "news" or "happily".
 */

/** Words that the rules get wrong, with their stems: NLTK's list. */
const IRREGULAR: Readonly<Record<string, string>> = {
  skies: 'sky',
  sky: 'sky',
  dying: 'die',
  lying: 'lie',
  tying: 'tie',
  news: 'news',
  innings: 'inning',
  inning: 'inning',
  outings: 'outing',
  outing: 'outing',
  cannings: 'canning',
  canning: 'canning',
  howe: 'howe',
  proceed: 'proceed',
  exceed: 'exceed',
  succeed: 'succeed',
};

type Condition = (stem: string) => boolean;
type Rule = readonly [suffix: string, replacement: string, condition?: Condition];

/** `word`: lower case. */
export function porterStem(word: string): string {
  if (word.length <= 2) return word;
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word] as string;
  return [plural, pastOrProgressive, finalY, doubleSuffix, longSuffix, lastSuffix, finalE, finalDoubleL].reduce(
    (stem, step) => step(stem),
    word,
  );
}

/** Step 1a. */
function plural(word: string): string {
  // "dies" becomes "die", not "di".
  if (word.length === 4 && word.endsWith('ies')) return word.slice(0, -1);
  return replaceSuffix(word, [
    ['sses', 'ss'],
    ['ies', 'i'],
    ['ss', 'ss'],
    ['s', ''],
  ]);
}

/** Step 1b. */
function pastOrProgressive(word: string): string {
  if (word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2);
  if (word.endsWith('eed')) return replaceSuffix(word, [['eed', 'ee', isMeasured]]);
  const suffix = ['ed', 'ing'].find((each) => word.endsWith(each) && hasVowel(word.slice(0, -each.length)));
  if (suffix === undefined) return word;
  const stem = word.slice(0, -suffix.length);
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsInDoubleConsonant(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && endsInShortSyllable(stem) ? `${stem}e` : stem;
}

/** Step 1c. NLTK changes y only after a consonant that is not the first letter: "happy" changes, "enjoy" and "by" do not. */
function finalY(word: string): string {
  const stem = word.slice(0, -1);
  return word.endsWith('y') && stem.length > 1 && isConsonant(stem, stem.length - 1) ? `${stem}i` : word;
}

/** Step 2. */
function doubleSuffix(word: string): string {
  // "alli" of "rationally": what is left may have a suffix of this step again.
  if (word.endsWith('alli') && isMeasured(word.slice(0, -4))) return doubleSuffix(word.slice(0, -2));
  return replaceSuffix(word, STEP_2);
}

function longSuffix(word: string): string {
  return replaceSuffix(word, STEP_3);
}

function lastSuffix(word: string): string {
  return replaceSuffix(word, STEP_4);
}

/** Step 5a. */
function finalE(word: string): string {
  if (!word.endsWith('e')) return word;
  const stem = word.slice(0, -1);
  return measure(stem) > 1 || (measure(stem) === 1 && !endsInShortSyllable(stem)) ? stem : word;
}

/** Step 5b. */
function finalDoubleL(word: string): string {
  return word.endsWith('ll') && isLong(word.slice(0, -1)) ? word.slice(0, -1) : word;
}

/** The first rule whose suffix fits decides, also where its condition fails. */
function replaceSuffix(word: string, rules: readonly Rule[]): string {
  const rule = rules.find(([suffix]) => word.endsWith(suffix));
  if (!rule) return word;
  const [suffix, replacement, condition] = rule;
  const stem = word.slice(0, word.length - suffix.length);
  return !condition || condition(stem) ? stem + replacement : word;
}

function isConsonant(word: string, place: number): boolean {
  const letter = word.charAt(place);
  if ('aeiou'.includes(letter)) return false;
  return letter !== 'y' || place === 0 || !isConsonant(word, place - 1);
}

/** Porter's m: how often a vowel is followed by a consonant. */
function measure(stem: string): number {
  let count = 0;
  for (let place = 1; place < stem.length; place++) {
    if (isConsonant(stem, place) && !isConsonant(stem, place - 1)) count++;
  }
  return count;
}

function isMeasured(stem: string): boolean {
  return measure(stem) > 0;
}

function isLong(stem: string): boolean {
  return measure(stem) > 1;
}

function hasVowel(stem: string): boolean {
  return Array.from(stem).some((_, place) => !isConsonant(stem, place));
}

function endsInDoubleConsonant(stem: string): boolean {
  const last = stem.length - 1;
  return last > 0 && stem[last] === stem[last - 1] && isConsonant(stem, last);
}

/** Consonant, vowel, consonant other than w, x and y. NLTK adds: a word of one vowel and one consonant. */
function endsInShortSyllable(stem: string): boolean {
  const last = stem.length - 1;
  if (last < 1 || !isConsonant(stem, last) || isConsonant(stem, last - 1)) return false;
  return last === 1 || (isConsonant(stem, last - 2) && !/[wxy]$/.test(stem));
}

const toRules = (pairs: string, condition: Condition): Rule[] =>
  pairs.split(' ').map((pair): Rule => {
    const [suffix = '', replacement = ''] = pair.split('>');
    return [suffix, replacement, condition];
  });

const STEP_2: readonly Rule[] = [
  ...toRules('ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e', isMeasured),
  ...toRules('ousli>ous ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful', isMeasured),
  ...toRules('ousness>ous aliti>al iviti>ive biliti>ble fulli>ful', isMeasured),
  // NLTK counts the l of "logi" to the stem.
  ['logi', 'log', (stem) => isMeasured(`${stem}l`)],
];
const STEP_3 = toRules('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>', isMeasured);
const STEP_4: readonly Rule[] = [
  ...toRules('al ance ence er ic able ible ant ement ment ent', isLong),
  ['ion', '', (stem) => isLong(stem) && /[st]$/.test(stem)],
  ...toRules('ou ism ate iti ous ive ize', isLong),
];
