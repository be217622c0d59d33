/** Why a summary has no score, or one that does not count. */
import type { Fault } from '../../../core/errors.js';
import type { Standing } from '../../../state/compare/standing.js';
import * as words from '../../../text/compare/compare-words.js';
import { faultWords } from '../../../text/faults.js';
import { count } from '../../../text/numbers.js';
import type { Column } from './columns.js';

const STANDINGS: Readonly<Partial<Record<Standing, string>>> = {
  edited: words.EDITED,
  'article-edited': words.ARTICLE_EDITED,
  'other-method': words.OTHER_METHOD,
};

/** Undefined where all is well, and where nothing has been scored yet. */
export function standingWords({ standing, fault }: Pick<Column, 'standing' | 'fault'>): string | undefined {
  return fault ? failure(fault) : STANDINGS[standing];
}

function failure(fault: Fault): string {
  const { tokens, limit } = fault.figures ?? {};
  // The form offers to cut the article; this page does not.
  if (fault.code === 'source-too-long' && tokens !== undefined && limit !== undefined)
    return `${words.FAILED}. ${words.articleTooLong(count(tokens), count(limit))}`;
  const { title, reason } = faultWords(fault);
  return `${words.FAILED}. ${title}. ${reason}`;
}
