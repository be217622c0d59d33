/** Texts of the export menu and of the copied summary. */
import type { Scored } from '../../core/score.js';
import { pairsToCheck } from '../../core/judgement/evidence-order.js';
import { describeMethod, methodOfRun } from '../../core/method/scoring-method.js';
import type { OtherMeasures } from '../../core/measures/measures.js';
import { MEASURE_NAMES, nats, share } from '../measures/measure-words.js';
import { counted, signed } from '../numbers.js';

export const EXPORT = 'Export';
/** What can be exported as a picture. */
export const PICTURES = { figure: 'Figure', summary: 'Marked summary', distribution: 'Distribution' } as const;
export const ITEMS = {
  svg: (name: string) => ({ label: `${name}, SVG`, note: 'with its legend' }),
  png: (name: string) => ({ label: `${name}, PNG`, note: 'twice the size' }),
  pairs: { label: 'Pairs, CSV', note: (rows: number): string => counted(rows, 'row') },
  tokens: { label: 'Tokens, CSV', note: (rows: number): string => counted(rows, 'row') },
  json: { label: 'Whole result, JSON', note: 'with both texts' },
  jsonl: { label: 'JSON Lines', note: 'whole result, one line' },
  print: { label: 'Print a report', note: 'one page' },
  copy: { label: 'Copy the result as text', note: 'scores and answers to check' },
} as const;
export const COPIED = 'Copied';
export const FAILED = 'The export failed';

/** The text that "copy" puts on the clipboard. */
export function plainSummary(result: Scored, others: OtherMeasures): string {
  const { quals, answerGap, pairs } = result;
  const worst = pairsToCheck(result)
    .slice(0, 3)
    .map((pair) => `  ${signed(pair.quals)}  ${pair.question} ${pair.answer}`);
  return [
    `QUALS ${signed(quals)} (mean of ${counted(pairs.length, 'pair')}; answers alone ${signed(answerGap)})`,
    'Answers to check:',
    ...worst,
    `Other measures: ${otherLine(others)}`,
    `Method: ${describeMethod(methodOfRun(result))}`,
  ].join('\n');
}

function otherLine({ rouge, agreement, sourceLogProb }: OtherMeasures): string {
  const { rouge1, rouge2, rougeL } = MEASURE_NAMES;
  return [
    `${rouge1} ${share(rouge.rouge1)}`,
    `${rouge2} ${share(rouge.rouge2)}`,
    `${rougeL} ${share(rouge.rougeL)}`,
    ...(agreement === undefined ? [] : [`agreement ${share(agreement)}`]),
    ...(sourceLogProb === undefined ? [] : [`log p ${nats(sourceLogProb)}`]),
  ].join(', ');
}
