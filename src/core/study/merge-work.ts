/** Puts answers from several machines together. Merging the same answers again changes nothing. */
import type { Answer, Work } from './study.js';

export interface Merged {
  readonly works: readonly Work[];
  readonly newAnnotators: number;
  /** Answers that are new or newer than the ones before. */
  readonly newAnswers: number;
  /** Annotators whose name another one has: [name in the file, name now]. */
  readonly renamed: readonly (readonly [string, string])[];
}

/** Annotators are the same where their ids are. Of two answers to one item, the newer counts; of two equally new ones, the one here. */
export function mergeWork(here: readonly Work[], added: readonly Work[]): Merged {
  const works = [...here];
  const renamed: [string, string][] = [];
  let [newAnnotators, newAnswers] = [0, 0];
  for (const work of added) {
    const place = works.findIndex(({ id }) => id === work.id);
    const before = works[place];
    if (!before) {
      const name = freeName(work.name, works);
      if (name !== work.name) renamed.push([work.name, name]);
      works.push({ ...work, name });
      newAnnotators += 1;
      newAnswers += work.answers.size;
      continue;
    }
    const answers = new Map<number, Answer>(before.answers);
    for (const [item, answer] of work.answers) {
      const known = answers.get(item);
      if (known && known.changedAt >= answer.changedAt) continue;
      answers.set(item, answer);
      newAnswers += 1;
    }
    works[place] = {
      ...before,
      finishedAt: before.finishedAt ?? work.finishedAt,
      sawResults: before.sawResults || work.sawResults,
      answers: new Map([...answers].sort(([a], [b]) => a - b)),
    };
  }
  return { works, newAnnotators, newAnswers, renamed };
}

/** Names are the same where they differ in capitals or white space alone. */
export function isTaken(name: string, works: readonly Pick<Work, 'name'>[]): boolean {
  return works.some((work) => plain(work.name) === plain(name));
}

function freeName(wanted: string, works: readonly Work[]): string {
  let name = wanted;
  for (let number = 2; isTaken(name, works); number += 1) name = `${wanted} (${number})`;
  return name;
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
