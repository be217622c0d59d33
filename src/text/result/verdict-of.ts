/** Which verdict a score gets, so that every page that shows it says the same. The words are in verdict.ts. */
import {
  type Calibration,
  calibrationOf,
  isBelowConsistent,
  type Judgement,
  judgementAt,
  judgementOfSupport,
  LEAST_PAIRS,
  supportJudgements,
} from '../../core/judgement/calibration.js';
import { withoutCopied } from '../../core/first-look/uncopied-words.js';
import type { Scored } from '../../core/score.js';
import { methodOfRun } from '../../core/method/scoring-method.js';
import type { Verbatim } from '../../core/text/verbatim-sentences.js';
import { confidentWord, strongestWord } from './second-judge.js';
import { contradictedAnswer, type NamedAnswer, answersInDoubt } from '../../core/judgement/named-answers.js';
import * as words from './verdict.js';

/** The shortest of the summaries behind the judgements of the support head have about as many words. */
const LEAST_WORDS = 6;

type Doubted = readonly NamedAnswer[];

export type Verdict =
  /** People's judgements of other summaries say nothing about this one. */
  | { readonly kind: 'verbatim'; readonly title: string; readonly note: string }
  | { readonly kind: 'too-few'; readonly title: string; readonly note: string }
  | {
      readonly kind: 'judged';
      readonly title: string;
      /** The support head where people have judged its readings: it ranks summaries better than QUALS. Else QUALS. */
      readonly judge: words.Judge;
      /** Of the judge. */
      readonly judgement: Judgement;
      readonly doubted: Doubted;
      /** What QUALS alone says; undefined where no rated summary was scored with such settings, or with so few pairs. */
      readonly score: ScoreVerdict | undefined;
      /** Where there are too few pairs for QUALS to say anything. */
      readonly note: string | undefined;
    }
  /** The file with people's judgements is not read yet. */
  | { readonly kind: 'awaited'; readonly title: string; readonly note: '' }
  | { readonly kind: 'uncalibrated'; readonly title: string; readonly doubted: Doubted; readonly note: string };

interface ScoreVerdict {
  readonly reading: words.Reading;
  readonly calibration: Calibration;
  readonly judgement: Judgement;
  /** Where nobody has rated such a score. */
  readonly beyond: string | undefined;
}

/** `summary`: the text that was scored. `calibrations`: undefined until they are read. */
export function verdictOf(
  result: Scored,
  summary: string,
  verbatim: Verbatim,
  calibrations: readonly Calibration[] | undefined,
): Verdict {
  const { quals, pairs, firstLook } = result;
  if (verbatim.isAll) return { kind: 'verbatim', ...words.ALL_VERBATIM };
  const method = methodOfRun(result);
  const support = firstLook && calibrations && supportJudgements(calibrations, method.model);
  const isFew = pairs.length < LEAST_PAIRS;
  const isLongEnough = firstLook !== undefined && firstLook.words.length >= LEAST_WORDS;
  if (!calibrations && (isLongEnough || !isFew)) return { kind: 'awaited', title: words.AWAITED, note: '' };
  if (!calibrations || (isFew && !(support && isLongEnough))) {
    const { title, note } = words.TOO_FEW;
    return { kind: 'too-few', title, note: note(pairs.length, LEAST_PAIRS) };
  }
  const look = firstLook && withoutCopied(firstLook, verbatim.spans);
  const doubted = answersInDoubt(pairs, verbatim.spans, look);
  const score = isFew ? undefined : scoreVerdict(calibrationOf(calibrations, method), quals);
  if (!score && !support) {
    const note = calibrations.length > 0 ? words.OTHER_PROTOCOL : words.NO_CALIBRATION;
    return { kind: 'uncalibrated', title: words.plainMeaning(quals), doubted, note };
  }
  const judged = support
    ? ({ judge: 'first look', judgement: judgementOfSupport(support, 1 - firstLook.unsupported) } as const)
    : ({ judge: 'score', judgement: (score as ScoreVerdict).judgement } as const);
  // No summary that people judged consistent scores as low as such a one, whatever the head says.
  const isLowest = score?.reading === 'unsupported' && isBelowConsistent(score.calibration, quals);
  const reading = isLowest ? 'unsupported' : words.readingOf(judged.judgement);
  const evidence = {
    doubted,
    widest: answersInDoubt(pairs, verbatim.spans)[0],
    confident: confidentWord(look, summary),
    strongest: look && strongestWord(look, summary),
    contradicted: contradictedAnswer(pairs, verbatim.spans, look),
  };
  const note = isFew ? words.TOO_FEW.forScore(pairs.length) : undefined;
  return { kind: 'judged', title: words.verdict(reading, judged.judge, evidence), ...judged, doubted, score, note };
}

function scoreVerdict(calibration: Calibration | undefined, quals: number): ScoreVerdict | undefined {
  if (!calibration) return undefined;
  const judgement = judgementAt(calibration, quals);
  const belowConsistent = isBelowConsistent(calibration, quals);
  const reading = belowConsistent ? 'unsupported' : words.readingOf(judgement);
  return { reading, calibration, judgement, beyond: beyond(calibration, quals, belowConsistent) };
}

function beyond({ points }: Calibration, quals: number, belowConsistent: boolean): string | undefined {
  const [first, last] = [points[0], points.at(-1)];
  return first && last && words.beyondRated(quals, first.quals, last.quals, belowConsistent);
}
