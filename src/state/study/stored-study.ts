/** Between the database and the state of a study. */
import * as v from 'valibot';
import type { Annotator, Answer, Study, Work } from '../../core/study/study.js';
import type { StudyDatabase } from '../../storage/study-database.js';
import { STUDY_VERSION } from './study-file.js';
import { ANNOTATOR, ANSWER, STUDY } from './study-schema.js';

/** An annotator as this device knows it. */
export interface KnownWork extends Work {
  /** This person answers on this device: results stay hidden until the end. */
  readonly isHere: boolean;
}

export interface OpenStudy {
  readonly study: Study;
  readonly works: readonly KnownWork[];
  /** Somebody saw results on this device: who answers here afterwards is not blind. */
  readonly wereResultsShown: boolean;
}

const STORED_STUDY = v.object({
  version: v.literal(STUDY_VERSION),
  study: STUDY,
  wereResultsShown: v.boolean(),
});
const STORED_ANNOTATOR = v.object({ annotator: ANNOTATOR, isHere: v.boolean() });

/** The newest first. Leaves out what another version of the page wrote. */
export async function readStudies(database: StudyDatabase): Promise<readonly Study[]> {
  const studies = (await database.readStudies()).flatMap((value) => decode(STORED_STUDY, value)?.study ?? []);
  return studies.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** Undefined where it is deleted. */
export async function readStudy(database: StudyDatabase, id: string): Promise<OpenStudy | undefined> {
  const stored = await database.readStudy(id);
  const found = decode(STORED_STUDY, stored.study);
  if (!found) return undefined;
  const { study, wereResultsShown } = found;
  const works = stored.annotators
    .flatMap((value) => decode(STORED_ANNOTATOR, value) ?? [])
    .map(({ annotator, isHere }): KnownWork => {
      const answers = stored.answers
        .filter(([owner]) => owner === annotator.id)
        .flatMap(([, value]) => decode(ANSWER, value) ?? []);
      return { ...annotator, isHere, answers: new Map(answers.map((answer) => [answer.item, answer])) };
    });
  works.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  return { study, works, wereResultsShown };
}

export function writeStudy(database: StudyDatabase, { study, works, wereResultsShown }: OpenStudy): Promise<void> {
  return database.write(study.id, {
    study: { version: STUDY_VERSION, study, wereResultsShown },
    annotators: works.map((work) => [work.id, storedAnnotator(work)]),
    answers: works.flatMap(({ id, answers }) => [...answers].map(([item, answer]) => [id, item, answer] as const)),
  });
}

export function writeAnnotator(database: StudyDatabase, study: string, work: KnownWork): Promise<void> {
  return database.write(study, { annotators: [[work.id, storedAnnotator(work)]] });
}

export function writeAnswer(database: StudyDatabase, study: string, annotator: string, answer: Answer): Promise<void> {
  return database.write(study, { answers: [[annotator, answer.item, answer]] });
}

function storedAnnotator({ id, name, createdAt, finishedAt, sawResults, isHere }: KnownWork): {
  readonly annotator: Annotator;
  readonly isHere: boolean;
} {
  return { annotator: { id, name, createdAt, finishedAt, sawResults }, isHere };
}

function decode<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : undefined;
}
