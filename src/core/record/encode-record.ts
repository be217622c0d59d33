/** Between a result and its record. */
import type { RunFacts, Scored, Unscorable } from '../score.js';
import { methodOfRun } from '../method/scoring-method.js';
import {
  RECORD_VERSION,
  RESULT_FORMAT,
  type ResultRecord,
  type ResultRecords,
  RESULTS_FORMAT,
} from './result-record.js';

/** What a record says besides the result itself. */
export type RecordFacts = Pick<ResultRecord, 'texts' | 'createdAt' | 'name' | 'run' | 'earlier'>;

export function encodeResult(result: Scored | Unscorable, facts: RecordFacts): ResultRecord {
  const { createdAt, name, texts, run, earlier } = facts;
  const { summaryTokens, sourceTokens, pairsWritten, dropped, paths, firstLook, summaryTokenLogProbs, times } = result;
  const isScored = result.kind === 'scored';
  return {
    format: RESULT_FORMAT,
    version: RECORD_VERSION,
    createdAt,
    ...(name !== undefined && { name }),
    texts: { source: texts.source, summary: texts.summary },
    method: methodOfRun(result),
    outcome: result.kind,
    measures: { ...result.measures, ...(isScored && { quals: result.quals, answerGap: result.answerGap }) },
    tokens: { source: sourceTokens, summary: summaryTokens },
    pairsWritten,
    pairs: isScored ? result.pairs : [],
    dropped,
    ...(paths && { paths }),
    ...(firstLook && { firstLook }),
    ...(summaryTokenLogProbs && { summaryTokenLogProbs }),
    times,
    ...(run && { run }),
    ...(earlier && { earlier }),
  };
}

/** At least one. */
export function encodeResults(records: readonly ResultRecord[]): ResultRecords {
  return { format: RESULTS_FORMAT, version: RECORD_VERSION, records };
}

export function resultOf(record: ResultRecord): Scored | Unscorable {
  const { method, tokens, pairsWritten, pairs, dropped, paths, firstLook, summaryTokenLogProbs, times } = record;
  const { quals, answerGap, ...measures } = record.measures;
  const facts: RunFacts = {
    protocol: { name: method.protocol, search: method.search, softCap: method.softCap },
    model: method.model,
    normalisation: method.normalisation,
    summaryTokens: tokens.summary,
    sourceTokens: tokens.source,
    pairsWritten,
    times,
    ...(paths && { paths }),
    ...(firstLook && { firstLook }),
    ...(summaryTokenLogProbs && { summaryTokenLogProbs }),
    ...(Object.keys(measures).length > 0 && { measures }),
  };
  if (quals === undefined || answerGap === undefined) return { kind: 'unscorable', dropped, ...facts };
  return { kind: 'scored', quals, answerGap, pairs, dropped, ...facts };
}
