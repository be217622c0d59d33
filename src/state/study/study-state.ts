/** The page “Rate”: the step that it shows, the open study, and its answers, each stored as soon as it is given. */
import { atom } from 'nanostores';
import type { Columns } from '../../batch/columns/columns.js';
import type { AnyRecord } from '../../batch/readers/read-records.js';
import type { Gathered } from '../../core/study/gather-articles.js';
import { isTaken, mergeWork } from '../../core/study/merge-work.js';
import type { Answer, Study } from '../../core/study/study.js';
import { createStudyDatabase } from '../../storage/study-database.js';
import type { BatchInput } from '../batch/batch.js';
import { type KnownWork, type OpenStudy, readStudy, writeAnnotator, writeAnswer, writeStudy } from './stored-study.js';
import type { StudyContent } from './study-file.js';

export interface StudyColumns extends Columns {
  /** A second column of summaries; null where each row has one summary. */
  readonly second: string | null;
}

export type StudyStep =
  | { readonly kind: 'choose' }
  | {
      readonly kind: 'columns';
      readonly input: BatchInput;
      /** The first records. */
      readonly head: readonly AnyRecord[];
      readonly columns: StudyColumns;
      readonly problem?: string | undefined;
    }
  | { readonly kind: 'systems'; readonly name: string; readonly gathered: Gathered; readonly notes: readonly string[] }
  | { readonly kind: 'open' }
  /** `item`: an index; the number of items for the end. */
  | { readonly kind: 'rate'; readonly annotator: string; readonly item: number };

/** What importing a file changed; `other`: nothing, the file belongs to another study. */
export type Imported =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'merged';
      readonly annotators: number;
      readonly answers: number;
      readonly renamed: readonly (readonly [string, string])[];
    }
  | { readonly kind: 'other'; readonly name: string }
  /** The same id, but other texts or systems. */
  | { readonly kind: 'changed' };

export function createStudyState() {
  const studyDatabase = createStudyDatabase();
  const $studyStep = atom<StudyStep>({ kind: 'choose' });
  const $study = atom<OpenStudy | undefined>(undefined);
  /** True once something of the open study could not be stored: it is in memory alone. */
  const $studyUnsaved = atom(false);

  const stored = async (writing: Promise<void>): Promise<void> => {
    await writing.catch(() => $studyUnsaved.set(true));
  };

  const showStudy = (open: OpenStudy): void => {
    $studyUnsaved.set(false);
    $study.set(open);
    $studyStep.set({ kind: 'open' });
  };

  const startStudy = async (study: Study): Promise<void> => {
    const open = { study, works: [], wereResultsShown: false };
    showStudy(open);
    await stored(writeStudy(studyDatabase, open));
  };

  /** False where it is deleted. Rejects where the browser refuses storage. */
  const openStudy = async (id: string): Promise<boolean> => {
    const open = await readStudy(studyDatabase, id);
    if (open) showStudy(open);
    return open !== undefined;
  };

  /** Takes in what another tab stored meanwhile. Does nothing while this tab holds more than the database. */
  const refreshStudy = async (): Promise<void> => {
    const open = $study.get();
    if (!open || $studyUnsaved.get()) return;
    const found = await readStudy(studyDatabase, open.study.id).catch(() => undefined);
    // What changed while it was read is newer.
    if (found && $study.get() === open) $study.set(found);
  };

  const changeWork = (id: string, change: (work: KnownWork) => KnownWork): KnownWork | undefined => {
    const open = $study.get();
    if (!open) return undefined;
    const works = open.works.map((work) => (work.id === id ? change(work) : work));
    $study.set({ ...open, works });
    return works.find((work) => work.id === id);
  };

  const changeAnnotator = async (id: string, part: Partial<Omit<KnownWork, 'id' | 'answers'>>): Promise<void> => {
    const work = changeWork(id, (before) => ({ ...before, ...part }));
    const study = $study.get()?.study;
    if (work && study) await stored(writeAnnotator(studyDatabase, study.id, work));
  };

  /** Undefined where the name is taken. */
  const addAnnotator = (name: string): string | undefined => {
    const open = $study.get();
    if (!open || isTaken(name, open.works)) return undefined;
    const id = crypto.randomUUID();
    const createdAt = new Date().toISOString();
    const facts = { id, name: name.trim(), createdAt, finishedAt: null, sawResults: open.wereResultsShown };
    const work: KnownWork = { ...facts, isHere: true, answers: new Map() };
    $study.set({ ...open, works: [...open.works, work] });
    void stored(writeAnnotator(studyDatabase, open.study.id, work));
    return id;
  };

  /** Does nothing after the annotator's end. */
  const changeAnswer = async (
    annotator: string,
    item: number,
    part: Partial<Pick<Answer, 'verdicts' | 'note' | 'skipped'>>,
  ): Promise<void> => {
    const open = $study.get();
    const before = open?.works.find(({ id }) => id === annotator);
    if (!open || !before || before.finishedAt !== null) return;
    const empty = { item, verdicts: {}, note: '', skipped: false };
    const answer: Answer = {
      ...(before.answers.get(item) ?? empty),
      ...part,
      changedAt: new Date().toISOString(),
    };
    changeWork(annotator, (work) => ({ ...work, answers: new Map(work.answers).set(item, answer) }));
    await stored(writeAnswer(studyDatabase, open.study.id, annotator, answer));
  };

  /** An annotator goes on here. */
  const continueHere = (id: string): void => {
    const open = $study.get();
    const work = open?.works.find((each) => each.id === id);
    if (!open || !work || work.finishedAt !== null) return;
    void changeAnnotator(id, { isHere: true, sawResults: work.sawResults || open.wereResultsShown });
  };

  /** Who has not finished on this device is not blind afterwards. */
  const showResults = async (): Promise<void> => {
    const open = $study.get();
    if (!open) return;
    const works = open.works.map((work) =>
      work.isHere && work.finishedAt === null ? { ...work, sawResults: true } : work,
    );
    const shown = { ...open, works, wereResultsShown: true };
    $study.set(shown);
    await stored(writeStudy(studyDatabase, shown));
  };

  /** `into`: the study that the file must belong to; undefined for any. Opens the study. */
  const importStudy = async ({ study, works }: StudyContent, into?: Study): Promise<Imported> => {
    if (into && into.id !== study.id) return { kind: 'other', name: study.name };
    // Another tab may have stored newer answers, which this one would write over.
    if (into) await refreshStudy();
    const known = into ? $study.get() : await readStudy(studyDatabase, study.id).catch(() => undefined);
    if (known && !isSameStudy(known.study, study)) return { kind: 'changed' };
    const before = known?.works ?? [];
    const merged = mergeWork(before, works);
    const isHere = new Map(before.map((work) => [work.id, work.isHere]));
    const open: OpenStudy = {
      study: known?.study ?? study,
      works: merged.works.map((work) => ({ ...work, isHere: isHere.get(work.id) ?? false })),
      wereResultsShown: known?.wereResultsShown ?? false,
    };
    const wasUnsaved = into !== undefined && $studyUnsaved.get();
    showStudy(open);
    $studyUnsaved.set(wasUnsaved);
    await stored(writeStudy(studyDatabase, open));
    if (!known) return { kind: 'new' };
    const { newAnnotators, newAnswers, renamed } = merged;
    return { kind: 'merged', annotators: newAnnotators, answers: newAnswers, renamed };
  };

  return {
    studyDatabase,
    $studyStep,
    $study,
    $studyUnsaved,
    startStudy,
    openStudy,
    refreshStudy,
    changeAnnotator,
    addAnnotator,
    changeAnswer,
    continueHere,
    showResults,
    importStudy,
  };
}

/** Names may differ; what people are asked may not. */
function isSameStudy(a: Study, b: Study): boolean {
  const asked = ({ seed, systems, items }: Study): string => JSON.stringify([seed, systems, items]);
  return asked(a) === asked(b);
}
