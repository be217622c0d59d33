/** A result as it is stored, exported and opened again: plain JSON data, with a version (docs/result-record.md). */
import type { FirstLook } from '../first-look/first-look.js';
import type { DroppedPair, PhaseTimes, ScoredPair, SpanLogProb, WrittenPath } from '../score.js';
import type { Device } from '../scorer.js';
import type { ScoringMethod } from '../method/scoring-method.js';

export const RESULT_FORMAT = 'quals-result';
/** Several results in one file, for instance several summaries of one article. */
export const RESULTS_FORMAT = 'quals-results';
/** Of both formats. A change that an older page would misread raises it and adds a step to migrations.ts. */
export const RECORD_VERSION = 1;

export interface ResultRecord {
  readonly format: typeof RESULT_FORMAT;
  readonly version: typeof RECORD_VERSION;
  /** When the run ended: ISO 8601, UTC. Null where an earlier version did not note it. */
  readonly createdAt: string | null;
  readonly name?: string | undefined;
  /** As the person gave them, before normalisation. Spans in pairs are offsets into these. */
  readonly texts: { readonly source: string; readonly summary: string };
  readonly method: ScoringMethod;
  readonly outcome: 'scored' | 'unscorable';
  /** By name. `quals` and `answerGap` where the outcome is `scored`; further measures of the same summary. */
  readonly measures: Readonly<Record<string, number>>;
  readonly tokens: { readonly source: number; readonly summary: number };
  readonly pairsWritten: number;
  /** Worst first; none where the outcome is `unscorable`. */
  readonly pairs: readonly ScoredPair[];
  readonly dropped: readonly DroppedPair[];
  readonly paths?: readonly WrittenPath[] | undefined;
  readonly firstLook?: FirstLook | undefined;
  /** Log p of each token of the summary given the article; their mean is the measure `sourceLogProb`. */
  readonly summaryTokenLogProbs?: readonly SpanLogProb[] | undefined;
  readonly times: PhaseTimes;
  /** What the run was made on, and how it went. Missing for the project's own examples. */
  readonly run?: RunOnDevice | undefined;
  /** The previous score of the same article with the same method. */
  readonly earlier?: { readonly summary: string; readonly quals: number } | undefined;
}

export interface RunOnDevice {
  readonly device: Device;
  /** For instance "Apple M2" or "2 threads". */
  readonly detail: string;
  /** From Score to the result. */
  readonly seconds: number;
  /** Network requests meanwhile. */
  readonly requests: number;
}

export interface ResultRecords {
  readonly format: typeof RESULTS_FORMAT;
  readonly version: typeof RECORD_VERSION;
  readonly records: readonly ResultRecord[];
}
