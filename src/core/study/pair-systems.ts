/** The items of a study: articles that both systems summarised. */
import type { GatheredArticle } from './gather-articles.js';
import type { StudyItem } from './study.js';

export interface Pairing {
  readonly items: readonly StudyItem[];
  /** Ids of articles whose two summaries are equal, apart from white space at their ends. */
  readonly same: readonly string[];
  /** Articles with a summary of one of the two systems, or of none. */
  readonly unpaired: number;
}

export function pairSystems(articles: readonly GatheredArticle[], [first, second]: readonly [string, string]): Pairing {
  const items: StudyItem[] = [];
  const same: string[] = [];
  let unpaired = 0;
  for (const { id, source, summaries } of articles) {
    const [a, b] = [summaries.get(first), summaries.get(second)];
    if (a === undefined || b === undefined) unpaired += 1;
    else if (a.trim() === b.trim()) same.push(id);
    else items.push({ id, source, summaries: [a, b] });
  }
  return { items, same, unpaired };
}
