/** Spreadsheets of countries with a decimal comma write semicolons into their CSV. */
const DELIMITERS = [',', '\t', ';'] as const;

/** The most frequent in a table's header. */
export function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}
