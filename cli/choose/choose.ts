/** `npx quals choose`: the texts of contrastive training, from scored rows. */
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { chooseTexts, type ScoredText } from '../../src/batch/contrast/choose-texts.js';
import { encodeTraining } from '../../src/batch/contrast/encode-training.js';
import { readRows } from '../../src/batch/read-rows.js';
import { addReferences } from '../../src/batch/references/add-references.js';
import { REFERENCE_SYSTEM } from '../../src/batch/references/first-references.js';
import type { InputRow } from '../../src/batch/row.js';
import type { RowId } from '../../src/batch/row-id.js';
import { errorWords } from '../arguments/error-words.js';
import { UsageError } from '../arguments/usage-error.js';
import { fileStats, isSameFile } from '../output/same-file.js';
import { CHOOSE_HELP, type ChooseArguments, parseChooseArguments } from './choose-arguments.js';
import { readScores, scoreKey } from './read-scores.js';

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
  await refuseInputs(options);
  const { rows, unscored } = await readTexts(options);
  const { positive, negative } = chooseTexts(rows, options.shares);
  await writeFile(options.positive, positive.map(lineOf).join(''));
  await writeFile(options.negative, negative.map(lineOf).join(''));
  const left = unscored > 0 ? ` ${unscored} rows have no score and take no part.` : '';
  return `${positive.length} in S+, ${negative.length} in S-, of ${rows.length} rows.${left}\n`;
}

async function readTexts(options: ChooseArguments) {
  const { input, format, keys, kindKey, scores, by } = options;
  const hasColumn = kindKey === undefined;
  const values = await readScores(scores, by, hasColumn);
  const inputRows = readRows(createReadStream(input), format, keys);
  const rows: ChosenRow[] = [];
  let unscored = 0;
  for await (const row of hasColumn ? addReferences(inputRows) : inputRows) {
    if ('problem' in row) throw new UsageError(`${input}: ${row.problem}`);
    const kind = kindOf(row, options);
    const value = values.get(scoreKey(row));
    if (value === undefined) unscored += 1;
    else rows.push({ id: row.id, article: row.source, summary: row.summary, kind, value });
  }
  return { rows, unscored };
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

/** An output that names an input would empty it. */
async function refuseInputs({ input, scores, positive, negative }: ChooseArguments): Promise<void> {
  for (const output of [positive, negative]) {
    const stats = await fileStats(output);
    for (const file of [input, scores]) {
      if (isSameFile(await fileStats(file), stats)) throw new UsageError(`${output} is an input file. Name another.`);
    }
  }
}

process.exitCode = await main(process.argv.slice(2));
