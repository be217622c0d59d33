/**
 * A rough kind of an answer. Two answers of different kinds ("end of July", "Harwick") mostly answer a question that is badly put, so
 * they are no contradiction. English names of days and months, as the model is trained on English.
 */
export type AnswerKind = 'day' | 'number' | 'words';

const NUMBER = /\d+(?:\.\d+)?/gu;
const SCALE = /\b(?:thousand|million|billion|trillion)\b/gu;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gu;
const MONTH = /\b(?:january|february|april|june|july|august|september|october|november|december)\b/gu;
/** Words and names too ("Theresa May"). They are months alone, beside a number, and behind some words. */
const MAY_OR_MARCH =
  /^(?:may|march)$|(?:\d(?:st|nd|rd|th)?|\b(?:in|of|since|until|by|from|to|before|after|during|early|late|mid|last|next))[ -](?:may|march)\b|\b(?:may|march) \d/gu;

export function answerKind(answer: string): AnswerKind {
  const { months, weekdays, numbers } = valuesOf(answer);
  if (months.length > 0 || weekdays.length > 0) return 'day';
  return numbers.length > 0 ? 'number' : 'words';
}

/**
 * Whether two answers say two things, as far as numbers, months and weekdays tell: "5 million" and "5 billion", "10 April" and "10 May".
 * False for "40cm" and "40 centimetres", and for "5 June" and "June 5, 2024", where one says less. True for answers that share none of these.
 */
export function haveOtherValues(one: string, other: string): boolean {
  const second = Object.values(valuesOf(other));
  const shared = Object.values(valuesOf(one))
    .map((values, field) => [values, second[field] ?? []] as const)
    .filter(([first, others]) => first.length > 0 && others.length > 0);
  return shared.length === 0 || shared.some(([first, others]) => !isPart(first, others) && !isPart(others, first));
}

type Values = Readonly<Record<'numbers' | 'scales' | 'weekdays' | 'months', readonly string[]>>;

function valuesOf(answer: string): Values {
  const text = answer.trim().toLowerCase();
  const find = (sign: RegExp): string[] => text.match(sign) ?? [];
  return {
    // Without the commas of thousands.
    numbers: text.replaceAll(/(?<=\d),(?=\d{3}\b)/gu, '').match(NUMBER) ?? [],
    scales: find(SCALE),
    weekdays: find(WEEKDAY),
    months: [...find(MONTH), ...find(MAY_OR_MARCH).flatMap((found) => found.match(/may|march/gu) ?? [])],
  };
}

function isPart(some: readonly string[], all: readonly string[]): boolean {
  return some.every((value) => all.includes(value));
}
