/**
 * Human studies in a database of their own. Each answer is a row, so an answer is stored at once and two tabs do not overwrite each
 * other. Values are read as `unknown`, because an older version of the page may have written them.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

type AnnotatorKey = [study: string, annotator: string];
type AnswerKey = [study: string, annotator: string, item: number];

interface StudySchema extends DBSchema {
  readonly studies: { readonly key: string; readonly value: unknown };
  readonly annotators: { readonly key: AnnotatorKey; readonly value: unknown };
  readonly answers: { readonly key: AnswerKey; readonly value: unknown };
}

export interface StoredStudy {
  readonly study: unknown;
  readonly annotators: readonly unknown[];
  /** Each with the id of its annotator. */
  readonly answers: readonly (readonly [string, unknown])[];
}

export type StudyDatabase = ReturnType<typeof createStudyDatabase>;

/** `name`: of the database; tests have others. Each function rejects where the browser refuses storage or has no room. */
export function createStudyDatabase(name = 'quals-study') {
  let opening: Promise<IDBPDatabase<StudySchema>> | undefined;
  const open = (): Promise<IDBPDatabase<StudySchema>> =>
    (opening ??= openDB<StudySchema>(name, 1, {
      upgrade: (db) => {
        db.createObjectStore('studies');
        db.createObjectStore('annotators');
        db.createObjectStore('answers');
      },
    }).catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));

  return {
    readStudies: async (): Promise<readonly unknown[]> => (await open()).getAll('studies'),
    /** `study` is undefined where none is stored. */
    readStudy: async (id: string): Promise<StoredStudy> => {
      const transaction = (await open()).transaction(['studies', 'annotators', 'answers']);
      const answers = transaction.objectStore('answers');
      const [study, annotators, keys, values] = await Promise.all([
        transaction.objectStore('studies').get(id),
        transaction.objectStore('annotators').getAll(all(id)),
        answers.getAllKeys(all(id)),
        answers.getAll(all(id)),
      ]);
      return { study, annotators, answers: keys.map(([, annotator], place) => [annotator, values[place]]) };
    },
    /** All or nothing. */
    write: async (
      id: string,
      {
        study,
        annotators = [],
        answers = [],
      }: {
        readonly study?: unknown;
        readonly annotators?: readonly (readonly [id: string, value: unknown])[];
        readonly answers?: readonly (readonly [annotator: string, item: number, value: unknown])[];
      },
    ): Promise<void> => {
      const transaction = (await open()).transaction(['studies', 'annotators', 'answers'], 'readwrite');
      if (study !== undefined) void transaction.objectStore('studies').put(study, id);
      for (const [annotator, value] of annotators) {
        void transaction.objectStore('annotators').put(value, [id, annotator]);
      }
      for (const [annotator, item, value] of answers) {
        void transaction.objectStore('answers').put(value, [id, annotator, item]);
      }
      await transaction.done;
    },
    deleteStudy: async (id: string): Promise<void> => {
      const transaction = (await open()).transaction(['studies', 'annotators', 'answers'], 'readwrite');
      void transaction.objectStore('studies').delete(id);
      void transaction.objectStore('annotators').delete(all(id));
      void transaction.objectStore('answers').delete(all(id));
      await transaction.done;
    },
  };
}

/** A list sorts after each string. */
function all(study: string): IDBKeyRange {
  return IDBKeyRange.bound([study], [study, []]);
}
