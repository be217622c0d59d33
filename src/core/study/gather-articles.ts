/** Rows with one summary each, gathered by article: what a study can be made of. */

export interface SummaryRow {
  /** As it is written in the input; null where it gives none. */
  readonly id: string | null;
  readonly system: string;
  readonly source: string;
  readonly summary: string;
}

export interface GatheredArticle {
  readonly id: string;
  readonly source: string;
  /** By system. */
  readonly summaries: ReadonlyMap<string, string>;
}

export interface Gathered {
  /** In the order of the rows. */
  readonly articles: readonly GatheredArticle[];
  /** With the number of articles that each summarised, the most first. */
  readonly systems: readonly { readonly name: string; readonly articles: number }[];
  /** Rows left out because their system has an earlier summary of the article. */
  readonly repeated: number;
}

/** Articles are the same where their texts are. Of two summaries by one system, the first counts. */
export function gatherArticles(rows: readonly SummaryRow[]): Gathered {
  const bySource = new Map<string, { readonly id: string; readonly summaries: Map<string, string> }>();
  const counts = new Map<string, number>();
  const ids = new Set<string>();
  let repeated = 0;
  for (const { id, system, source, summary } of rows) {
    const key = source.trim();
    let article = bySource.get(key);
    if (!article) {
      article = { id: freeId(id ?? String(bySource.size + 1), ids), summaries: new Map() };
      ids.add(article.id);
      bySource.set(key, article);
    }
    if (article.summaries.has(system)) repeated += 1;
    else {
      article.summaries.set(system, summary);
      counts.set(system, (counts.get(system) ?? 0) + 1);
    }
  }
  const systems = [...counts].map(([name, articles]) => ({ name, articles }));
  return {
    articles: [...bySource].map(([source, article]) => ({ source, ...article })),
    systems: systems.sort((a, b) => b.articles - a.articles),
    repeated,
  };
}

/** Two articles may share an id in the input. */
function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted} (${number})`;
  return id;
}
