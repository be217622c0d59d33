/** Numbers, dates and the other words of an answer, each in the order of the answer. English names of days and months. */
export type AnswerValues = Readonly<
  Record<'numbers' | 'years' | 'scales' | 'weekdays' | 'months' | 'words', readonly string[]>
>;

const NUMBER = /\d+(?:\.\d+)?/gu;
const YEAR = /^(?:1\d|20)\d\d$/u;
const SCALE = /\b(?:thousand|million|billion|trillion)\b/gu;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gu;
const MONTH = /\b(?:january|february|april|june|july|august|september|october|november|december)\b/gu;
/** Words and names too ("Theresa May"). They are months alone, beside a number, and behind some words. */
const MAY_OR_MARCH =
  /^(?:may|march)$|(?:\d(?:st|nd|rd|th)?|\b(?:in|of|on|this|since|until|by|from|to|before|after|during|early|late|mid|last|next))[ -](?:may|march)\b|\b(?:may|march) \d/gu;
/** They say nothing of their own in a date: "the 5th of June" is "June 5". */
const SMALL = /\b(?:a|an|and|at|in|of|on|the|this|may|march)\b|\d+(?:st|nd|rd|th)\b/gu;

export function answerValues(answer: string): AnswerValues {
  // Without the commas of thousands.
  const text = answer
    .trim()
    .toLowerCase()
    .replaceAll(/(?<=\d),(?=\d{3}\b)/gu, '');
  const find = (sign: RegExp): string[] => text.match(sign) ?? [];
  const months = [...find(MONTH), ...find(MAY_OR_MARCH).flatMap((found) => found.match(/may|march/gu) ?? [])];
  // Only beside a month a number of four digits is surely a year.
  const isYear = (number: string): boolean => months.length > 0 && YEAR.test(number);
  const rest = [SMALL, NUMBER, SCALE, WEEKDAY, MONTH].reduce((left, sign) => left.replaceAll(sign, ' '), text);
  return {
    numbers: find(NUMBER).filter((number) => !isYear(number)),
    years: find(NUMBER).filter(isYear),
    scales: find(SCALE),
    weekdays: find(WEEKDAY),
    months,
    words: rest.match(/[\p{L}\p{M}]+/gu) ?? [],
  };
}
