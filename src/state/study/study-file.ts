/** A study with its answers as one JSON file, so that answers from several machines can be put together. */
import * as v from 'valibot';
import type { Annotator, Answer, Study, Work } from '../../core/study/study.js';
import { ANNOTATOR, ANSWER, STUDY } from './study-schema.js';

const STUDY_FORMAT = 'quals-study';
/** A change that an older page would misread raises it. */
export const STUDY_VERSION = 1;

export interface StudyContent {
  readonly study: Study;
  readonly works: readonly Work[];
}

/** Why a file is no study; worded in src/text/study/study-fault-words.ts. */
export type StudyFault =
  | { readonly kind: 'unknown-format' }
  | { readonly kind: 'newer'; readonly version: number }
  /** `field`: the first that is missing or wrong, for instance "annotators.0.name". */
  | { readonly kind: 'damaged'; readonly field: string };

export type DecodedStudy =
  { readonly ok: true; readonly content: StudyContent } | { readonly ok: false; readonly fault: StudyFault };

const FILE: v.GenericSchema<
  unknown,
  {
    readonly study: Study;
    readonly annotators: readonly (Annotator & { readonly answers: readonly Answer[] })[];
  }
> = v.object({
  study: STUDY,
  annotators: v.array(v.intersect([ANNOTATOR, v.object({ answers: v.array(ANSWER) })])),
});

/** The format comes first: the beginning of a file tells what it is. */
export function encodeStudy({ study, works }: StudyContent): string {
  const annotators = works.map(({ id, name, createdAt, finishedAt, sawResults, answers }) => ({
    id,
    name,
    createdAt,
    finishedAt,
    sawResults,
    answers: [...answers.values()],
  }));
  return `${JSON.stringify({ format: STUDY_FORMAT, version: STUDY_VERSION, study, annotators }, null, 1)}\n`;
}

/** `beginning`: at least the first hundred characters of a file. */
export function isStudyFile(beginning: string): boolean {
  return /^\uFEFF?\s*\{\s*"format"\s*:\s*"quals-study"/u.test(beginning);
}

export function decodeStudy(text: string): DecodedStudy {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return isStudyFile(text) ? damaged('JSON') : { ok: false, fault: { kind: 'unknown-format' } };
  }
  const { format, version } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (format !== STUDY_FORMAT) return { ok: false, fault: { kind: 'unknown-format' } };
  if (!Number.isInteger(version) || (version as number) < 1) return damaged('version');
  if ((version as number) > STUDY_VERSION) return { ok: false, fault: { kind: 'newer', version: version as number } };
  const read = v.safeParse(FILE, value);
  if (!read.success) return damaged(v.getDotPath(read.issues[0]) ?? 'study');
  const { study, annotators } = read.output;
  const works = annotators.map(({ answers, ...annotator }) => ({
    ...annotator,
    answers: new Map(answers.map((answer) => [answer.item, answer])),
  }));
  const field = contradictionIn(study, annotators);
  return field === undefined ? { ok: true, content: { study, works } } : damaged(field);
}

/** What the schema cannot say. The first field that contradicts another. */
function contradictionIn(
  { systems, items }: Study,
  annotators: readonly (Annotator & { readonly answers: readonly Answer[] })[],
): string | undefined {
  if (systems[0] === systems[1]) return 'study.systems';
  const item = repeatedIn(items.map(({ id }) => id));
  if (item !== undefined) return `study.items.${item}.id`;
  const annotator = repeatedIn(annotators.map(({ id }) => id));
  if (annotator !== undefined) return `annotators.${annotator}.id`;
  for (const [index, { answers }] of annotators.entries()) {
    const outside = answers.findIndex((answer) => answer.item >= items.length);
    const wrong = outside >= 0 ? outside : repeatedIn(answers.map((answer) => answer.item));
    if (wrong !== undefined) return `annotators.${index}.answers.${wrong}.item`;
  }
  return undefined;
}

/** The index of the first value that an earlier one equals. */
function repeatedIn(values: readonly (string | number)[]): number | undefined {
  const seen = new Set<string | number>();
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) return index;
    seen.add(value);
  }
  return undefined;
}

function damaged(field: string): DecodedStudy {
  return { ok: false, fault: { kind: 'damaged', field } };
}
