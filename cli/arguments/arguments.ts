/** The command line of `quals score`. */
import { parseArgs } from 'node:util';
import type { InputFormat } from '../../src/batch/read-rows.js';
import type { RowKeys } from '../../src/batch/row.js';
import { MATCHED, PRESETS, type Protocol, RELEASED } from '../../src/core/protocol.js';
import type { GenericModelRequest } from '../../src/inference/generic/open-generic-model.js';
import { GENERIC_HELP, genericRequest } from './generic-arguments.js';
import { INPUT_HELP, inputFormat, rowKeys } from './input-arguments.js';
import { JOBS_HELP, jobCount } from './jobs-argument.js';
import { outputFormat, UNFINISHED } from '../output/output-place.js';
import { DEFAULT_MODEL, MODEL_FOLDER } from '../model/shipped-model.js';
import { UsageError } from './usage-error.js';

/** Each path keeps its own keys and values in memory. */
const MOST_PATHS = 200;

export const HELP = `Scores summaries with QUALS: how far an article supports its summary.

  npx quals score --input pairs.jsonl --output scores.jsonl

Reads rows {"id": …, "source": "the article", "summary": "…"}, one JSON object per line, and writes one row for
each, in the same order: {id, outcome, quals, answerGap, pairs, protocol, paths, model, …}. The last
fields name the scoring method.

  outcome     "scored", "unscorable" (no question-answer pair was kept: quals is null) or "error" (with {code, message};
              the run continues)
  quals       higher is better. At 0, questions and answers about the summary are as likely given the article as given
              the summary. Below 0, the article supports them less. Mean over pairs, in nats per token.
  answerGap   the same difference over answer tokens only
  supported   probability that the article supports the summary, by the support head. firstLookWords has each word's
              probability of being unsupported; sourceLogProb the mean log p(token | article)
  rouge       with --compare: {rouge1, rouge2, rougeL}, F1 of the summary against the article, with stemming.
              referenceRouge: the same against the row's "reference", if it has one
  system      "reference" in a row that --score-references adds; its id is that of the row before it
  agreement   with --compare: mean token F1 of the model's answers from the article and from the summary, null if no
              question counts. --compare adds sourceLogProb for any model

  --input FILE      default: standard input
${INPUT_HELP}  --output FILE     default: standard output. Rows go to FILE${UNFINISHED}, which becomes FILE after the last row.
                    FILE.csv is written as CSV: one column for each field, pairs as JSON without their tokens
  --resume          continue an interrupted run: keeps the rows in FILE${UNFINISHED}, or else in FILE, and appends.
                    Model and settings must be the same. Rows that failed are kept, and count in the exit code
  --records FILE    also write each result, with texts and log p of tokens, as a line of FILE, which the page opens
                    ("Open a saved result"). FILE must not exist. With --resume: of the rows of this run
  --model DIR       default: ${MODEL_FOLDER}
${GENERIC_HELP}  --first-look      use only the support head: no questions, a fraction of a score's time. No quals. With --compare:
                    rouge, no agreement
  --compare         add the measures that QUALS is compared with: rouge, agreement, sourceLogProb (docs/measures.md)
  --score-references
                    also score the row's "reference", once for each article: "quals choose" needs it.
                    Of several references of one article, the first is scored
  --protocol NAME   matched (default) or released
  --paths N         paths of the search, 1 to ${MOST_PATHS}, default ${MATCHED.search.paths}. Scores with different N are not comparable
${JOBS_HELP}  --help

"npm run score -- …" does the same, but npm writes two lines of its own to standard output.

Exit code: 0; 1 if a row failed; 2 if nothing could run, or the run had to stop.
`;

export interface ScoreArguments {
  readonly help: boolean;
  readonly input: string | undefined;
  readonly format: InputFormat;
  readonly keys: RowKeys;
  /** Bad rows at the beginning do not mean another format. */
  readonly keepBadRows: boolean;
  readonly output: string | undefined;
  readonly resume: boolean;
  /** File of the records that the page opens. */
  readonly records: string | undefined;
  readonly model: string;
  /** Another model, used instead of `model`. */
  readonly generic: GenericModelRequest | undefined;
  /** The support head alone. */
  readonly firstLook: boolean;
  /** Other measures beside the score. */
  readonly compare: boolean;
  readonly protocol: Protocol;
  /** References become rows of their own. */
  readonly scoreReferences: boolean;
  /** Processes that score rows. */
  readonly jobs: number;
}

/** Throws UsageError. */
export function parseArguments(args: readonly string[]): ScoreArguments {
  const { input, output, resume, model, protocol, paths, help, ...more } = parse(args);
  if (resume && output === undefined) throw new UsageError('--resume needs --output.');
  if (resume && outputFormat(output) === 'csv') {
    throw new UsageError(
      '--resume continues JSON Lines alone: a CSV file does not show whether its last row is whole.',
    );
  }
  if (model !== undefined && more.generic !== undefined) throw new UsageError('--model or --generic, not both.');
  const compare = more.compare ?? false;
  const scoreReferences = more['score-references'] ?? false;
  if (more.records !== undefined && more['first-look']) {
    throw new UsageError('--records needs a score: leave out --first-look.');
  }
  return {
    help: help ?? false,
    input,
    format: inputFormat({ input, ...more }),
    keys: rowKeys(more, compare || scoreReferences),
    keepBadRows: more['keep-bad-rows'] ?? false,
    output,
    resume: resume ?? false,
    records: more.records,
    model: model ?? DEFAULT_MODEL,
    generic: genericRequest(more),
    firstLook: more['first-look'] ?? false,
    compare,
    scoreReferences,
    protocol: withPaths(namedProtocol(protocol ?? MATCHED.name), paths),
    jobs: jobCount(more.jobs),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        input: { type: 'string', short: 'i' },
        format: { type: 'string' },
        'source-key': { type: 'string' },
        'summary-key': { type: 'string' },
        'id-key': { type: 'string' },
        'reference-key': { type: 'string' },
        'keep-bad-rows': { type: 'boolean' },
        output: { type: 'string', short: 'o' },
        resume: { type: 'boolean' },
        records: { type: 'string' },
        model: { type: 'string' },
        generic: { type: 'string' },
        separator: { type: 'string' },
        start: { type: 'string' },
        dtype: { type: 'string' },
        'first-look': { type: 'boolean' },
        compare: { type: 'boolean' },
        'score-references': { type: 'boolean' },
        protocol: { type: 'string' },
        paths: { type: 'string' },
        jobs: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function namedProtocol(name: string): Protocol {
  const protocol = [MATCHED, RELEASED].find((known) => known.name === name);
  if (!protocol) throw new UsageError(`--protocol is matched or released, not "${name}".`);
  return protocol;
}

function withPaths(protocol: Protocol, text: string | undefined): Protocol {
  if (text === undefined) return protocol;
  const paths = Number(text);
  if (!Number.isInteger(paths) || paths < 1 || paths > MOST_PATHS) {
    const reason = `Each path needs memory. QUALS is measured with ${PRESETS.full.paths} and ${PRESETS.quick.paths} paths.`;
    throw new UsageError(`--paths is a whole number from 1 to ${MOST_PATHS}, not "${text}". ${reason}`);
  }
  return { ...protocol, search: { ...protocol.search, paths } };
}
