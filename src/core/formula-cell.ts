/**
 * A text that a spreadsheet would read as a formula. Papa's own expression stops at the end of a line, so that it misses a formula
 * with a line break in it.
 */
export const FORMULA = /^[=+\-@\t\r]/;
