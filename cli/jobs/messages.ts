/** What the command and its jobs say to each other: one request, one reply. Node's advanced serialisation keeps bigint ids. */
import type { BatchSession } from '../../src/batch/run-batch.js';
import type { InputRow } from '../../src/batch/row.js';
import type { ScoringMethod } from '../../src/core/method/scoring-method.js';
import type { ScoreArguments } from '../arguments/arguments.js';

export type ToJob =
  { readonly kind: 'open'; readonly options: ScoreArguments } | { readonly kind: 'score'; readonly row: InputRow };

export type FromJob =
  | { readonly kind: 'opened'; readonly method: ScoringMethod }
  /** A sentence: the job cannot go on. */
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'scored'; readonly outcome: Awaited<ReturnType<BatchSession['score']>> };
