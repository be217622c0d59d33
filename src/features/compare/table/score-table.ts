/** The scores as a table for the clipboard: one row per summary. */
import { describeMethod, methodOfRun } from '../../../core/method/scoring-method.js';
import * as words from '../../../text/compare/compare-words.js';
import type { Column } from '../results/columns.js';
import type { QuestionRow } from './question-rows.js';
import type { Cell, TextTable } from './text-table.js';

export function scoreTable(columns: readonly Column[]): TextTable {
  const { name, outcome, quals, difference, pairs, share, low, high, verdict, method, summary } = words.SCORE_COLUMNS;
  const baseline = columns.find(({ isBaseline }) => isBaseline)?.name ?? words.BASELINE;
  return {
    header: [name, outcome, quals, difference(baseline), pairs, share, low, high, verdict, method, summary],
    rows: columns.map(scoreRow),
  };
}

/** A score that is out of date has its own words, and no number: the text beside it is another one. */
function scoreRow({ name, standing, given, difference, fault, summary }: Column): Cell[] {
  const { scored } = summary;
  const isCurrent = standing === 'current';
  const outcome = isCurrent && scored ? scored.result.kind : fault ? 'failed' : 'unscored';
  const current = isCurrent ? given : undefined;
  const judgement = current?.verdict.kind === 'judged' ? current.verdict.judgement : undefined;
  return [
    name,
    words.OUTCOMES[outcome],
    current?.scored.result.quals,
    difference,
    current?.scored.result.pairs.length,
    judgement?.share,
    judgement?.low,
    judgement?.high,
    current?.verdict.kind === 'awaited' ? '' : current?.verdict.title,
    isCurrent && scored ? describeMethod(methodOfRun(scored.result)) : undefined,
    summary.summary,
  ];
}

/** `names`: of the summaries, in the order of the rows' cells. */
export function questionTable(rows: readonly QuestionRow[], names: readonly string[]): TextTable {
  const { question, says, gap, article } = words.COLUMNS;
  return {
    header: [question, ...names.flatMap((name) => [says(name), gap(name)]), article],
    rows: rows.map((row) => [
      row.question,
      ...row.cells.flatMap((cell): Cell[] => [cell?.answer ?? words.NOT_ASKED, cell?.quals]),
      row.article ?? words.NO_CLEAR_ANSWER,
    ]),
  };
}
