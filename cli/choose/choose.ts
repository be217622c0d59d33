/** `npx quals choose`: the texts of contrastive training, from scored rows. */
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { chooseTexts, type ScoredText } from '../../src/batch/contrast/choose-texts.js';
import { encodeTraining } from '../../src/batch/contrast/encode-training.js';
import { readRows } from '../../src/batch/read-rows.js';
import { addReferences } from '../../src/batch/references/add-references.js';
import { REFERENCE_SYSTEM } from '../../src/batch/references/first-references.js';
import type { BatchRow, InputRow } from '../../src/batch/row.js';
import type { RowId } from '../../src/batch/row-id.js';
import { errorWords } from '../arguments/error-words.js';
import { UsageError } from '../arguments/usage-error.js';
import { checkOutputs } from './check-outputs.js';
import { CHOOSE_HELP, type ChooseArguments, parseChooseArguments } from './choose-arguments.js';
import { matchScores, rowKey } from './match-scores.js';
import { readScores } from './read-scores.js';

interface ChosenRow extends ScoredText {
  readonly id: RowId;
  readonly summary: string;
}

async function main(args: readonly string[]): Promise<number> {
  let input: string | undefined;
  try {
    const options = parseChooseArguments(args);
    if (!options) process.stdout.write(CHOOSE_HELP);
    else {
      ({ input } = options);
      process.stderr.write(await choose(options));
    }
    return 0;
  } catch (error) {
    process.stderr.write(`${errorWords(error, input)}\n`);
    return 2;
  }
}

async function choose(options: ChooseArguments): Promise<string> {
  await checkOutputs(options);
  const { rows, unscored } = await readTexts(options);
  const { positive, negative } = chooseTexts(rows, options.shares);
  await writeFile(options.positive, positive.map(lineOf).join(''));
  await writeFile(options.negative, negative.map(lineOf).join(''));
  return `${positive.length} in S+, ${negative.length} in S-, of ${rowsWords(rows.length)}.${leftOut(unscored)}\n`;
}

const rowsWords = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;

function leftOut(unscored: number): string {
  if (unscored === 0) return '';
  return ` ${rowsWords(unscored)} ${unscored === 1 ? 'has no score and takes' : 'have no score and take'} no part.`;
}

/** `unscored`: rows that cannot be read, or that have no score. */
async function readTexts(options: ChooseArguments): Promise<{ rows: readonly ChosenRow[]; unscored: number }> {
  const { scores, by, kindKey } = options;
  const found = await readScores(scores, by, kindKey === undefined);
  const inputRows = await readInput(options);
  const values = matchScores(inputRows.map(rowKey), found, scores);
  const rows = inputRows.flatMap((row, place): readonly ChosenRow[] => {
    if ('problem' in row) return [];
    const kind = kindOf(row, options);
    const value = values[place];
    return value === undefined ? [] : [{ id: row.id, article: row.source, summary: row.summary, kind, value }];
  });
  return { rows, unscored: inputRows.length - rows.length };
}

async function readInput({ input, format, keys, keepBadRows, kindKey }: ChooseArguments): Promise<readonly BatchRow[]> {
  const rows = readRows(createReadStream(input), format, keys, keepBadRows);
  const all: BatchRow[] = [];
  for await (const row of kindKey === undefined ? addReferences(rows) : rows) all.push(row);
  return all;
}

function kindOf({ system, labels, line }: InputRow, { input, kindKey }: ChooseArguments): ScoredText['kind'] {
  if (kindKey === undefined) return system === REFERENCE_SYSTEM ? 'reference' : 'generated';
  const kind = labels?.[kindKey];
  if (kind === 'reference' || kind === 'generated') return kind;
  throw new UsageError(
    `${input}, line ${line}: "${kindKey}" is "reference" or "generated", not ${JSON.stringify(kind)}.`,
  );
}

function lineOf({ article, ...text }: ChosenRow): string {
  return encodeTraining({ ...text, source: article });
}

process.exitCode = await main(process.argv.slice(2));
