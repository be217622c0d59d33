/** The questions of several summaries beside each other. Pure. */
import { articleAnswer } from '../../../core/judgement/article-answer.js';
import { lowestDrop } from '../../../core/quals/word-drop.js';
import type { ScoredPair } from '../../../core/score.js';
import { foldBare } from '../../../core/text/folded-text.js';

export interface QuestionRow {
  readonly question: string;
  /** By summary, in their order; undefined where the question was not asked or not kept. */
  readonly cells: readonly (QuestionCell | undefined)[];
  /** The model's own answer, given the article; undefined if none is clear. */
  readonly article: string | undefined;
  /** How far the gaps are from each other; of a question asked once, from 0. */
  readonly spread: number;
}

export interface QuestionCell {
  readonly answer: string;
  readonly quals: number;
  /** Of its least likely word given the article, in nats. */
  readonly drop: number;
}

/** `column`: the index of a summary. */
export type SortKey = 'spread' | 'question' | 'article' | { readonly column: number };

export interface Sort {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** `pairsOf[i]`: the kept pairs of summary i, worst first. Rows come in the order of their spread. */
export function questionRows(pairsOf: readonly (readonly ScoredPair[])[]): QuestionRow[] {
  const byQuestion = new Map<string, (ScoredPair | undefined)[]>();
  pairsOf.forEach((pairs, column) => {
    for (const pair of pairs) {
      const key = foldBare(pair.question).replace(/\s+/gu, ' ');
      const row = byQuestion.get(key) ?? pairsOf.map(() => undefined);
      // Of two pairs with one question, the worse comes first and stays.
      row[column] ??= pair;
      byQuestion.set(key, row);
    }
  });
  return sortRows([...byQuestion.values()].map(toRow), { by: 'spread', descending: true });
}

export function isShared({ cells }: QuestionRow): boolean {
  return cells.filter((cell) => cell !== undefined).length > 1;
}

/** Cells without a value come last in both directions. */
export function sortRows(rows: readonly QuestionRow[], { by, descending }: Sort): QuestionRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a, by), valueOf(b, by)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return sign * (typeof x === 'string' ? x.localeCompare(String(y), 'en') : x - Number(y));
  });
}

function valueOf(row: QuestionRow, by: SortKey): string | number | undefined {
  return typeof by === 'string' ? row[by] : row.cells[by.column]?.quals;
}

function toRow(pairs: readonly (ScoredPair | undefined)[]): QuestionRow {
  const asked = pairs.flatMap((pair) => pair ?? []);
  const gaps = asked.map(({ quals }) => quals);
  const [worst] = [...asked].sort((a, b) => a.quals - b.quals);
  const { question } = asked[0] as ScoredPair;
  const isClear = worst && articleAnswer(worst).kind !== 'unclear';
  return {
    question,
    cells: pairs.map((pair) => pair && { answer: pair.answer, quals: pair.quals, drop: lowestDrop(pair) }),
    article: isClear ? worst.sourceAnswer.text.trim() : undefined,
    spread: asked.length > 1 ? Math.max(...gaps) - Math.min(...gaps) : Math.abs(gaps[0] ?? 0),
  };
}
