/** Short, so that a run is short; without line breaks, because not every driver can type them. */
export const ARTICLE =
  'An earthquake killed at least 37 people in the north of Peru on Friday, the government said. More than 400 others were injured.';
/** The number is wrong. */
export const SUMMARY = 'The earthquake in the north of Peru killed at least 86 people.';
export const WRONG_NUMBER = '86';
export const RIGHT_NUMBER = '37';
