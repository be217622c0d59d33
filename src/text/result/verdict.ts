/** What a score means, in words. Never "true" or "false": a low score is evidence, not proof. */
import type { Judgement } from '../../core/judgement/calibration.js';
import { count, counted, percent, signed } from '../numbers.js';
import type { Contradicted, NamedAnswer } from '../../core/judgement/named-answers.js';

/**
 * From people's judgements of summaries with such a first look or score. The 95 % interval decides the side: one that holds a half
 * leaves it open. The share decides how strongly it is said: less than one in three is "probably not".
 */
export function readingOf({ share, low, high }: Pick<Judgement, 'share' | 'low' | 'high'>): Reading {
  if (low < 0.5 && high > 0.5) return 'open';
  if (high > 0.5) return share >= 0.8 ? 'supported' : 'mostly';
  return share >= 1 / 3 ? 'parts' : 'unsupported';
}

export type Reading = 'supported' | 'mostly' | 'open' | 'parts' | 'unsupported';

const VERDICTS: Readonly<Record<Exclude<Reading, 'open'>, string>> = {
  supported: 'The article probably supports this summary.',
  mostly: 'The article probably supports most of this summary.',
  parts: 'Parts of this summary are probably not supported by the article.',
  unsupported: 'The article probably does not support this summary.',
};

/** What the verdict follows. */
export type Judge = 'first look' | 'score';

/**
 * `doubted`: what `answersInDoubt` names with the first look, `widest` without it. A score is a mean, so one wrong fact among right
 * ones leaves it high: then the verdict names the answer to check and claims nothing for the whole. (Of 113 rated summaries that
 * read "supported", 81 have a pair below −0.9, and people judged 72 of those consistent: a wide gap is a place to look, not a sign
 * of an error.)
 * `confident`: the word that the first look marks with confidence. It comes before all that speaks for the summary.
 */
export function verdict(
  reading: Reading,
  judge: Judge,
  { doubted, widest, confident, strongest = confident, contradicted }: Evidence,
): string {
  if (reading === 'parts' || reading === 'unsupported') return against(reading, strongest ?? contradicted?.name);
  if (contradicted) return checkInstead(contradicted);
  if (confident !== undefined) return checkFirst(confident);
  const named = [...doubted, ...(widest ? [widest] : [])].find(({ quals }) => quals < WORTH_CHECKING)?.name;
  if (reading === 'open') return openAbout(judge, named);
  if (named !== undefined) return check(named);
  const isMarked = strongest !== undefined || doubted.length > 0;
  return reading === 'mostly' && isMarked ? alsoRead(VERDICTS.mostly) : VERDICTS[reading];
}

/** What a verdict must not pass over. */
export interface Evidence {
  readonly doubted: readonly NamedAnswer[];
  /** The answer with the widest gap. The first look may put others first, whose gaps are small. */
  readonly widest?: NamedAnswer | undefined;
  /** A word that the first look marks with confidence. */
  readonly confident?: string | undefined;
  /** Its strongest mark, with confidence or not. An unfavourable verdict names it. */
  readonly strongest?: string | undefined;
  readonly contradicted?: Contradicted | undefined;
}

const checkInstead = ({ name, instead }: Contradicted): string =>
  `Check “${name}” first: from the article, the model answers “${instead}”.`;

export function isFavourable(reading: Reading): boolean {
  return reading === 'supported' || reading === 'mostly';
}

const checkFirst = (word: string): string => `Check “${word}” first: the first look finds it probably not supported.`;

const against = (reading: 'parts' | 'unsupported', name: string | undefined): string =>
  name === undefined ? VERDICTS[reading] : `${VERDICTS[reading].replace(/\.$/u, '')}; check “${name}” first.`;

const openAbout = (judge: Judge, name: string | undefined): string =>
  `The ${judge} leaves open whether the article supports this summary${name === undefined ? '' : `; check “${name}”`}.`;

const alsoRead = (title: string): string => `${title.replace(/\.$/u, '')}; read the marked words.`;

const check = (name: string): string => `Most answers in this summary are likely given the article; check “${name}”.`;

/**
 * "People judged about 38 % of summaries with such a first look consistent (95 % interval 27 to 50 %; 24 of the 63 rated summaries
 * nearest to this one)." in pieces.
 */
export function judged({ share, low, high, near, nearConsistent }: Judgement, judge: Judge) {
  const interval = `95\u202f% interval ${Math.round(low * 100)} to ${Math.round(high * 100)}\u202f%`;
  const nearest = near === 1 ? 'one rated summary' : `${count(near)} rated summaries`;
  return {
    before: 'People judged about ',
    share: percent(share),
    after: ` of summaries ${judge === 'score' ? 'that score like this' : 'with such a first look'} consistent`,
    cases: ` (${interval}; ${count(nearConsistent)} of the ${nearest} nearest to this ${judge === 'score' ? 'score' : 'one'}).`,
  };
}

/** After the judgement of the first look. */
export const byScoreAlone = ({ share }: Pick<Judgement, 'share'>): string =>
  `By the score alone it is ${percent(share)}.`;

/** Said where no rated summary scores as low, or as high, as this one; or none that people judged consistent as low. */
export function beyondRated(
  quals: number,
  lowest: number,
  highest: number,
  belowConsistent: boolean,
): string | undefined {
  if (quals < lowest) return 'No rated summary scores this low; these are the numbers of the lowest.';
  if (belowConsistent) return 'No summary that people judged consistent scores this low.';
  return quals > highest ? 'No rated summary scores this high; these are the numbers of the highest.' : undefined;
}

/**
 * Beside the last summary of the same article, as it was before an edit or another system's: scored with the same method, so the
 * numbers are comparable.
 */
export function besideEarlier(earlier: number, now: number): string {
  const difference = now - earlier;
  const unmoved = signed(difference) === signed(0);
  const place = unmoved ? 'the same' : `${signed(Math.abs(difference))} ${difference > 0 ? 'higher' : 'lower'}`;
  return `The last summary of this article had ${signed(earlier)}; this one is ${place}.`;
}

/** The score in words, for a model without human judgements: e^|QUALS| is how many times less likely a token is. */
export function plainMeaning(quals: number): string {
  const times = Math.exp(Math.abs(quals));
  if (times < 1.05) return 'The article makes these questions and answers about as likely as the summary does.';
  const less = quals < 0 ? 'less' : 'more';
  const factor = times < 10 ? times.toFixed(1) : count(Math.round(times));
  return `Given the article, a token of these questions and answers is ${factor} times ${less} likely than given the summary.`;
}

export const CHART = 'How often people agreed, by score';
export const EVIDENCE = 'A low score is evidence of an error, not proof; a high one does not rule out a wrong fact.';
/** In the place of the verdict, for a moment after a reload. */
export const AWAITED = 'Reading people’s judgements of similar scores…';
export const NO_CALIBRATION = 'There are no human judgements for this model, so the page gives the number alone.';
export const OTHER_PROTOCOL =
  'The human judgements are for scores with other settings, so the page gives the number alone.';

/** The words themselves are the evidence, so the score decides nothing. */
export const ALL_VERBATIM = {
  title: 'Every sentence of this summary is in the article word for word.',
  note: 'The score says only how likely the model finds its questions and answers given the article. Copied sentences score below 0 too. Check that no sentence means something else without those around it.',
} as const;

/** Fewer kept pairs than the calibration holds for. */
export const TOO_FEW = {
  title: 'This summary says too little to ask about.',
  note: (kept: number, least: number): string =>
    `The model found ${counted(kept, 'question')} with an answer in it. The score is a mean over the questions. With fewer than ${least}, it does not predict how people would judge the summary, so the page gives no verdict.`,
  /** Beside a verdict that follows the first look. */
  forScore: (kept: number): string =>
    `The model found only ${counted(kept, 'question')} with an answer in it, too few to judge by the score.`,
  kept: (kept: number): string => (kept === 1 ? 'The question and its answer' : 'The questions and their answers'),
} as const;

/** From here on it is named in the verdict itself: a token is half as likely. */
const WORTH_CHECKING = -Math.log(2);

export const LOOK_FIRST = { before: 'Look first at ', and: ' and ' };
export const NO_WIDE_GAP = 'No answer becomes much less likely given the article.';
