/** The command line of `quals choose`. */
import { parseArgs } from 'node:util';
import type { InputFormat } from '../../src/batch/read-rows.js';
import type { RowKeys } from '../../src/batch/row.js';
import { CHOSEN_BY, type ChosenBy, RELEASED_SHARES, type Shares } from '../../src/batch/contrast/choose-texts.js';
import { FORMAT_HELP, inputFormat, rowKeys } from '../arguments/input-arguments.js';
import { UsageError } from '../arguments/usage-error.js';

export const CHOOSE_HELP = `Chooses summaries for contrastive training (ConSeq, section 4 of the paper).

  npx quals choose --input pairs.jsonl --scores scores.jsonl --positive positive.jsonl --negative negative.jsonl

Reads the rows that "quals score" scored, each with a "kind": "reference" or "generated". Rows with the reference in a
column of its own need --reference-key in place of a kind, and scores of "quals score --score-references". S+ has the
references with the highest scores, S- the generated summaries with the lowest. An article is used only if it has a
summary in both. A row that cannot be read, or that has no score, takes no part.

  --input FILE      rows {"id", "source", "summary", "kind"}
  --format NAME     ${FORMAT_HELP}
  --scores FILE     the rows that "quals score" wrote for them, as JSON Lines. If several rows of the input have one id,
                    in the order of the input
  --positive FILE   S+: {"id", "source", "summary", "value"}, one JSON object per line
  --negative FILE   S-
  --source-key NAME, --summary-key NAME, --id-key NAME
                    what the input calls the three; default: source, summary, id
  --kind-key NAME   default: kind
  --reference-key NAME
                    what the input calls the reference. All summaries are then generated ones
  --keep-bad-rows   the input may begin with bad rows, as for "quals score"
  --by NAME         quals (default) or rouge: the mean of ROUGE-1, -2 and -L, the second baseline of the paper; needs
                    rows of "quals score --compare"
  --references N    share of the references, from the best on; default ${RELEASED_SHARES.references}
  --generated N     share of the generated summaries, from the worst on; default ${RELEASED_SHARES.generated}
`;

export interface ChooseArguments {
  readonly input: string;
  readonly format: InputFormat;
  readonly keys: RowKeys;
  readonly keepBadRows: boolean;
  /** Undefined where the reference has a column of its own. */
  readonly kindKey: string | undefined;
  readonly scores: string;
  readonly positive: string;
  readonly negative: string;
  readonly by: ChosenBy;
  readonly shares: Shares;
}

/** Undefined where help is asked for. Throws UsageError. */
export function parseChooseArguments(args: readonly string[]): ChooseArguments | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  const reference = values['reference-key'];
  if (reference !== undefined && values['kind-key'] !== undefined) {
    throw new UsageError('--kind-key or --reference-key, not both.');
  }
  const kindKey = reference === undefined ? (values['kind-key'] ?? 'kind') : undefined;
  const by = CHOSEN_BY.find((name) => name === (values.by ?? 'quals'));
  if (!by) throw new UsageError(`--by is one of ${CHOSEN_BY.join(', ')}, not "${values.by}".`);
  const input = needed(values.input, 'input');
  return {
    input,
    format: inputFormat({ input, format: values.format }),
    keys: { ...rowKeys(values, reference !== undefined), ...(kindKey !== undefined && { labels: [kindKey] }) },
    kindKey,
    keepBadRows: values['keep-bad-rows'] ?? false,
    scores: needed(values.scores, 'scores'),
    positive: needed(values.positive, 'positive'),
    negative: needed(values.negative, 'negative'),
    by,
    shares: {
      references: share(values.references, 'references', RELEASED_SHARES.references),
      generated: share(values.generated, 'generated', RELEASED_SHARES.generated),
    },
  };
}

function parse(args: readonly string[]) {
  const string = { type: 'string' } as const;
  const rows = ['input', 'format', 'source-key', 'summary-key', 'id-key', 'reference-key', 'kind-key'] as const;
  const names = [...rows, 'scores', 'positive', 'negative', 'by', 'references', 'generated'] as const;
  const options = {
    ...(Object.fromEntries(names.map((name) => [name, string])) as Record<(typeof names)[number], typeof string>),
    'keep-bad-rows': { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw new UsageError(`--${name} is missing. "quals choose --help" says more.`);
  return value;
}

function share(value: string | undefined, name: string, released: number): number {
  const number = value === undefined ? released : Number(value);
  if (value === '' || !(number >= 0 && number <= 1))
    throw new UsageError(`--${name} is a share from 0 to 1, not "${value}".`);
  return number;
}
