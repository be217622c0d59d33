/** What is said of a file that was dropped on a field and did not fill it. */
const COPY = 'Open it and copy its text into this field.';

export const ONE_FILE = 'Drop one file at a time.';
export const notText = (name: string): string => `“${name}” is not a text file (.txt, .md, .html). ${COPY}`;
export const tooLarge = (name: string): string => `“${name}” is too large. ${COPY}`;
export const wrongEncoding = (name: string): string => `“${name}” is not in UTF-8. ${COPY}`;
export const empty = (name: string): string => `“${name}” is empty. Choose another file.`;
export const unreadable = (name: string): string =>
  `“${name}” cannot be read. Check that it still exists, then drop it again.`;
