/** A first guess at the columns, from their names and from what is in them. A person corrects it. */
import { labelOf, textOf } from './cell-values.js';
import { type Columns, EACH_SUMMARY, systemColumns } from './columns.js';

type Values = Readonly<Record<string, unknown>>;

/** Names that public data sets and tools use, likeliest first; compared without capitals. */
const NAMES = {
  source: ['source', 'article', 'document', 'doc', 'context', 'text', 'dialogue', 'passage', 'input', 'source_text'],
  summary: [
    'summary',
    'decoded',
    'summary_sentences',
    'prediction',
    'hypothesis',
    'claim',
    'generated_summary',
    'output',
    'highlights',
    'abstract',
    'target',
    'reference',
  ],
  id: ['id', 'guid', 'uid', 'doc_id', 'docid', 'example_id', 'bbcid', 'hash', 'index'],
  reference: [
    'reference',
    'reference_summary',
    'ref_summary',
    'ref',
    'gold',
    'gold_summary',
    'human_summary',
    'ground_truth',
    'highlights',
    'target',
  ],
  system: ['system', 'model_id', 'model_name', 'model', 'system_id', 'system_name', 'summarizer', 'generator', 'kind'],
  label: [
    'label',
    'expert_annotations',
    'factuality',
    'summary_sentences_annotations',
    'consistency',
    'consistent',
    'human_score',
    'rating',
    'score',
    'faithful',
    'is_factual',
  ],
} as const;

/** Undefined where no column holds texts that could be articles, or none that could be summaries. */
export function guessColumns(rows: readonly Values[]): Columns | undefined {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const named = (part: keyof typeof NAMES, fits: (name: string) => boolean): string | undefined =>
    NAMES[part].flatMap((known) => names.filter((name) => name.trim().toLowerCase() === known)).find(fits);
  const words = new Map(names.map((name) => [name, meanWords(rows, name)]));
  const isText = (name: string): boolean => (words.get(name) ?? 0) > 0;
  const byLength = names.filter(isText).sort((a, b) => (words.get(b) ?? 0) - (words.get(a) ?? 0));

  const source = named('source', isText) ?? byLength.find((name) => (words.get(name) ?? 0) >= LEAST_WORDS);
  if (source === undefined) return undefined;
  const rest = byLength.filter((name) => name !== source && (words.get(name) ?? 0) >= LEAST_WORDS);
  const summary =
    systemColumns(names).length > 0
      ? EACH_SUMMARY
      : (named('summary', (name) => isText(name) && name !== source) ?? rest[0]);
  if (summary === undefined) return undefined;

  const free = (name: string): boolean => name !== source && name !== summary;
  const reference = named('reference', (name) => free(name) && (words.get(name) ?? 0) >= LEAST_WORDS) ?? null;
  const id = named('id', free) ?? null;
  const system = named('system', (name) => free(name) && name !== id) ?? null;
  // QAGS has the votes of people beside the sentences of the summary.
  const votes = hasLabels(rows, summary) ? summary : undefined;
  const label =
    votes ?? named('label', (name) => free(name) && name !== id && name !== system && hasLabels(rows, name)) ?? null;
  return { source, summary, id, system, label, reference, scoreReferences: false };
}

/** Fewer words are a name or a number. */
const LEAST_WORDS = 3;

function meanWords(rows: readonly Values[], name: string): number {
  const texts = rows.flatMap((row) => textOf(row[name]) ?? []);
  const count = texts.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  return texts.length === 0 ? 0 : count / texts.length;
}

function hasLabels(rows: readonly Values[], name: string): boolean {
  const labels = rows.map((row) => labelOf(row[name]));
  return labels.some((label) => typeof label === 'number') && !labels.includes(undefined);
}
