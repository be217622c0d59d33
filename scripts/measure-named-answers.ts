/**
 * Measures how often the answer that a verdict names has a wrong word, on judged texts whose wrong words are known.
 * `npx tsx scripts/measure-named-answers.ts ROWS RECORDS`: rows of `python -m qagen marked_rows`, and the file of
 * `quals score --input ROWS --records RECORDS`. Results: docs/decisions/0005-support-head.md.
 */
import { readFileSync } from 'node:fs';
import { wordSpans } from '../src/core/first-look/word-marks.js';
import { withoutCopied } from '../src/core/first-look/uncopied-words.js';
import { decodeRecords } from '../src/core/record/decode-records.js';
import { resultOf } from '../src/core/record/encode-record.js';
import { wordDrop } from '../src/core/quals/word-drop.js';
import type { ResultRecord } from '../src/core/record/result-record.js';
import type { ScoredPair, Span } from '../src/core/score.js';
import { verbatimSentences } from '../src/core/text/verbatim-sentences.js';
import { answersInDoubt, contradictedAnswer } from '../src/core/judgement/named-answers.js';

interface Row {
  readonly id: string;
  /** 1: consistent. */
  readonly label: 0 | 1;
  /** Wrong words: start and end, in characters. */
  readonly spans: readonly (readonly [number, number])[];
}

/** What is named: an answer in doubt, or one that the article contradicts; by gaps alone, or with the marks of the first look. */
type Rule = (record: ResultRecord, marks: boolean) => string | undefined;

const RULES: Readonly<Record<string, Rule>> = {
  'answer in doubt': (record, marks) => answersInDoubt(...evidenceOf(record, marks))[0]?.name,
  'answer that the article contradicts': (record, marks) => contradictedAnswer(...evidenceOf(record, marks))?.name,
};

function evidenceOf(record: ResultRecord, marks: boolean) {
  const { firstLook } = resultOf(record);
  const { spans } = verbatimSentences(record.texts.summary, record.texts.source);
  return [record.pairs, spans, marks && firstLook ? withoutCopied(firstLook, spans) : undefined] as const;
}

const [rowsFile = '', recordsFile = ''] = process.argv.slice(2);
const rows = new Map(linesOf<Row>(rowsFile).map((row) => [row.id, row]));
const records = linesOf<unknown>(recordsFile).flatMap((value) => {
  const decoded = decodeRecords(value);
  if (!decoded.ok) throw new Error(`${recordsFile} has a line that is no result.`);
  return decoded.records.filter(({ outcome }) => outcome === 'scored');
});

function linesOf<Line>(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

function rowOf({ name }: ResultRecord): Row {
  const row = rows.get(name ?? '');
  if (!row) throw new Error(`${rowsFile} has no row “${name}”.`);
  return row;
}

function isWrong(record: ResultRecord, { start, end }: Span): boolean {
  return rowOf(record).spans.some(([from, to]) => start < to && from < end);
}

/** Of any pair with this answer. */
function hasWrongWord(record: ResultRecord, name: string): boolean {
  const own = record.pairs.filter(({ answer }: ScoredPair) => answer.trim() === name);
  return own.some(({ answerSpans }) => answerSpans.some((span) => isWrong(record, span)));
}

const wrong = records.filter((record) => rowOf(record).label === 0);
const consistent = records.filter((record) => rowOf(record).label === 1);
/** The word that is darkest in the marked summary; undefined if nothing is marked. */
function darkestWord({ texts, pairs }: ResultRecord): Span | undefined {
  const drops = wordSpans(texts.summary).flatMap((word) =>
    pairs.flatMap((pair) =>
      pair.answerSpans
        .filter(({ start, end }) => start < word.end && word.start < end)
        .map((place) => ({ word, drop: wordDrop(pair, place, word) })),
    ),
  );
  return drops.sort((a, b) => a.drop - b.drop)[0]?.word;
}

process.stdout.write(`${wrong.length} wrong summaries, ${consistent.length} consistent ones\n`);
for (const [what, rule] of Object.entries(RULES)) {
  for (const marks of [false, true]) {
    const named = wrong.filter((record) => rule(record, marks) !== undefined);
    const right = named.filter((record) => hasWrongWord(record, rule(record, marks) as string));
    const inConsistent = consistent.filter((record) => rule(record, marks) !== undefined);
    process.stdout.write(
      `${what}, ${marks ? 'gaps and marks' : 'gaps alone'}: named in ${named.length} wrong summaries, ` +
        `${right.length} times with a wrong word; in ${inConsistent.length} consistent ones\n`,
    );
  }
}
const dark = wrong.flatMap((record) => {
  const word = darkestWord(record);
  return word ? [isWrong(record, word)] : [];
});
process.stdout.write(`darkest word: wrong in ${dark.filter(Boolean).length} of ${dark.length} wrong summaries\n`);
