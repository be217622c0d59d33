/** The public layout that an input has, by its columns: for a person to recognise it. */

const LAYOUTS = [
  { layout: 'QAGS', columns: ['article', 'summary_sentences'], without: ['hash'] },
  { layout: 'SummEval', columns: ['decoded', 'model_id', 'expert_annotations'], without: [] },
  { layout: 'FRANK', columns: ['hash', 'model_name', 'article', 'summary'], without: [] },
] as const;

export type Layout = (typeof LAYOUTS)[number]['layout'] | 'SummVis';

export function nameLayout(names: readonly string[]): Layout | undefined {
  if (names.includes('document') && names.some((name) => name.startsWith('summary:'))) return 'SummVis';
  return LAYOUTS.find(
    ({ columns, without }) =>
      columns.every((name) => names.includes(name)) && !without.some((name) => names.includes(name)),
  )?.layout;
}
