/**
 * A rough kind of an answer. Two answers of different kinds ("end of July", "Harwick") mostly answer a question that is badly put, so
 * they are no contradiction. English names of days and months, as the model is trained on English.
 */
import { answerValues, type AnswerValues } from './answer-values.js';

export type AnswerKind = 'day' | 'number' | 'words';

export function answerKind(answer: string): AnswerKind {
  const { months, weekdays, numbers } = answerValues(answer);
  if (months.length > 0 || weekdays.length > 0) return 'day';
  return numbers.length > 0 ? 'number' : 'words';
}

/**
 * Whether two answers say two things, as far as numbers, months and weekdays tell: "2-1" and "1-1", "5 million" and "5 billion", "10 April"
 * and "10 May". False for "40cm" and "40 centimetres", and for "5 June" and "June 5, 2024", where one says less. True for answers that
 * have none of these in common.
 */
export function haveOtherValues(one: string, other: string): boolean {
  const [first, second] = [answerValues(one), answerValues(other)];
  const inBoth = FIELDS.filter((field) => first[field].length > 0 && second[field].length > 0);
  if (inBoth.some((field) => first[field].join(' ') !== second[field].join(' '))) return true;
  // Other words may make another day of a month or weekday ("early July"), or another number of a scale ("two million"). A
  // number has its unit behind it, and units have many writings.
  const isSameNumber = inBoth.includes('numbers') && !inBoth.includes('months') && !inBoth.includes('weekdays');
  return (
    inBoth.length === 0 || (!isSameNumber && !isPart(first.words, second.words) && !isPart(second.words, first.words))
  );
}

const FIELDS = ['numbers', 'years', 'scales', 'weekdays', 'months'] as const satisfies readonly (keyof AnswerValues)[];

function isPart(some: readonly string[], all: readonly string[]): boolean {
  return some.every((word) => all.includes(word));
}
