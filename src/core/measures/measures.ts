/** The other measures of a summary by name, as results, records and outputs hold them (docs/measures.md). */
import type { Scored, Unscorable } from '../score.js';
import { agreement } from './agreement.js';
import { ROUGE_NAMES, type RougeF1, rougeF1 } from './rouge.js';

export interface OtherMeasures {
  /** F1 against the article. */
  readonly rouge: RougeF1;
  /** Undefined where no question comes back from the summary. */
  readonly agreement: number | undefined;
  /** Mean log p(token | article, tokens before it). Undefined in results of versions that did not measure it. */
  readonly sourceLogProb: number | undefined;
}

/** From the texts as they were given and the result's pairs; only `sourceLogProb` is as the result stores it. */
export function otherMeasures(
  texts: { readonly source: string; readonly summary: string },
  result: Scored | Unscorable,
): OtherMeasures {
  return {
    rouge: rougeF1(texts.summary, texts.source),
    agreement: result.kind === 'scored' ? agreement(result.pairs) : undefined,
    sourceLogProb: result.measures?.['sourceLogProb'] ?? result.firstLook?.sourceLogProb,
  };
}

/** For `RunFacts.measures`. What has no value is left out. */
export function namedMeasures({ rouge, agreement, sourceLogProb }: OtherMeasures): Record<string, number> {
  return {
    ...rouge,
    ...(agreement !== undefined && { agreement }),
    ...(sourceLogProb !== undefined && { sourceLogProb }),
  };
}

/** ROUGE of a result that holds it. */
export function rougeIn(measures: Readonly<Record<string, number>> | undefined): RougeF1 | undefined {
  const [rouge1, rouge2, rougeL] = ROUGE_NAMES.map((name) => measures?.[name]);
  if (rouge1 === undefined || rouge2 === undefined || rougeL === undefined) return undefined;
  return { rouge1, rouge2, rougeL };
}
