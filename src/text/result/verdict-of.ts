/** Which verdict a score gets, so that every page that shows it says the same. The words are in verdict.ts. */
import {
  type Calibration,
  calibrationOf,
  isBelowConsistent,
  type Judgement,
  judgementAt,
  LEAST_PAIRS,
} from '../../core/judgement/calibration.js';
import { withoutCopied } from '../../core/first-look/uncopied-words.js';
import type { Scored } from '../../core/score.js';
import { methodOfRun } from '../../core/method/scoring-method.js';
import type { Verbatim } from '../../core/text/verbatim-sentences.js';
import { confidentWord } from './second-judge.js';
import * as words from './verdict.js';

type Widest = ReturnType<typeof words.widestAnswers>;

export type Verdict =
  /** People's judgements of other summaries say nothing about this one. */
  | { readonly kind: 'verbatim'; readonly title: string; readonly note: string }
  | { readonly kind: 'too-few'; readonly title: string; readonly note: string }
  | {
      readonly kind: 'judged';
      readonly title: string;
      /** Of the score alone. */
      readonly reading: words.Reading;
      readonly widest: Widest;
      readonly calibration: Calibration;
      readonly judgement: Judgement;
      /** Where nobody has rated such a score. */
      readonly beyond: string | undefined;
    }
  /** The file with people's judgements is not read yet. */
  | { readonly kind: 'awaited'; readonly title: string; readonly note: '' }
  | { readonly kind: 'uncalibrated'; readonly title: string; readonly widest: Widest; readonly note: string };

/** `summary`: the text that was scored. `calibrations`: undefined until they are read. */
export function verdictOf(
  result: Scored,
  summary: string,
  verbatim: Verbatim,
  calibrations: readonly Calibration[] | undefined,
): Verdict {
  const { quals, pairs, firstLook } = result;
  if (verbatim.isAll) return { kind: 'verbatim', ...words.ALL_VERBATIM };
  if (pairs.length < LEAST_PAIRS) {
    const { title, note } = words.TOO_FEW;
    return { kind: 'too-few', title, note: note(pairs.length, LEAST_PAIRS) };
  }
  if (!calibrations) return { kind: 'awaited', title: words.AWAITED, note: '' };
  const widest = words.widestAnswers(pairs, verbatim.spans);
  const calibration = calibrationOf(calibrations, methodOfRun(result));
  if (!calibration) {
    const note = calibrations.length > 0 ? words.OTHER_PROTOCOL : words.NO_CALIBRATION;
    return { kind: 'uncalibrated', title: words.plainMeaning(quals), widest, note };
  }
  const judgement = judgementAt(calibration, quals);
  const belowConsistent = isBelowConsistent(calibration, quals);
  return {
    kind: 'judged',
    title: words.verdict(judgement, belowConsistent, {
      widest,
      confident: firstLook && confidentWord(withoutCopied(firstLook, verbatim.spans), summary),
      contradicted: words.contradictedAnswer(pairs, verbatim.spans),
    }),
    reading: belowConsistent ? 'unsupported' : words.readingOf(judgement),
    widest,
    calibration,
    judgement,
    beyond: beyond(calibration, quals, belowConsistent),
  };
}

function beyond({ points }: Calibration, quals: number, belowConsistent: boolean): string | undefined {
  const [first, last] = [points[0], points.at(-1)];
  return first && last && words.beyondRated(quals, first.quals, last.quals, belowConsistent);
}
