/**
 * A rough kind of an answer. Two answers of different kinds ("end of July", "Harwick") mostly answer a question that is badly put, so
 * they are no contradiction. English names of days and months, as the model is trained on English.
 */
export type AnswerKind = 'day' | 'number' | 'words';

const DAY =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b/iu;

export function answerKind(answer: string): AnswerKind {
  if (DAY.test(answer)) return 'day';
  return /\d/u.test(answer) ? 'number' : 'words';
}

/** False for two answers with numbers in which all numbers are the same: "40cm" and "40 centimetres". True for answers without numbers. */
export function hasOtherNumbers(one: string, other: string): boolean {
  const [first, second] = [numbersIn(one), numbersIn(other)];
  return first === '' || first !== second;
}

/** Its numbers in order, without the commas of thousands. */
function numbersIn(answer: string): string {
  return (answer.replaceAll(/(?<=\d),(?=\d{3}\b)/gu, '').match(/\d+(?:\.\d+)?/gu) ?? []).join(' ');
}
