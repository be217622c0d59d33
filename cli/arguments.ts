/** The command line of `npm run score`. */
import { parseArgs } from 'node:util';
import { MATCHED, type Protocol, RELEASED } from '../src/core/protocol.js';
import type { GenericModelRequest } from '../src/inference/generic/open-generic-model.js';
import { GENERIC_HELP, genericRequest } from './generic-arguments.js';
import { UsageError } from './usage-error.js';

export const DEFAULT_MODEL = 'public/models/qagen-smollm2-135m';

export const HELP = `Scores summaries with QUALS.

  npm run score -- --input pairs.jsonl --output scores.jsonl

Reads one JSON object per line, {"id": …, "source": "the article", "summary": "…"}, and writes one per line in the same
order: {id, outcome, quals, answerGap, pairs, protocol, paths, model}. "outcome" is "scored", "unscorable" (no pair was
kept: quals is null) or "error" (with {code, message}; the run continues).

  --input FILE      default: standard input
  --output FILE     default: standard output
  --resume          keep the rows in FILE and continue after them
  --model DIR       default: ${DEFAULT_MODEL}
${GENERIC_HELP}  --protocol NAME   matched (default) or released
  --paths N         slots of the search, default ${MATCHED.search.paths}; scores of different numbers are not comparable
  --help

Exit code: 0; 1 if a row failed; 2 if nothing could run.
`;

export interface ScoreArguments {
  readonly help: boolean;
  readonly input: string | undefined;
  readonly output: string | undefined;
  readonly resume: boolean;
  readonly model: string;
  /** Another model, used instead of `model`. */
  readonly generic: GenericModelRequest | undefined;
  readonly protocol: Protocol;
}

/** Throws UsageError. */
export function parseArguments(args: readonly string[]): ScoreArguments {
  const { input, output, resume, model, protocol, paths, help, ...generic } = parse(args);
  if (resume && output === undefined) throw new UsageError('--resume needs --output.');
  if (model !== undefined && generic.generic !== undefined) throw new UsageError('--model or --generic, not both.');
  return {
    help: help ?? false,
    input,
    output,
    resume: resume ?? false,
    model: model ?? DEFAULT_MODEL,
    generic: genericRequest(generic),
    protocol: withPaths(namedProtocol(protocol ?? MATCHED.name), paths),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        input: { type: 'string', short: 'i' },
        output: { type: 'string', short: 'o' },
        resume: { type: 'boolean' },
        model: { type: 'string' },
        generic: { type: 'string' },
        separator: { type: 'string' },
        start: { type: 'string' },
        dtype: { type: 'string' },
        protocol: { type: 'string' },
        paths: { type: 'string' },
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
  if (!Number.isInteger(paths) || paths < 1)
    throw new UsageError(`--paths is a whole number from 1 on, not "${text}".`);
  return { ...protocol, search: { ...protocol.search, paths } };
}
