/** The same sheets that elements with a shadow root have, for the parts of the page without one. */
import { buttonStyles } from '../styles/button-styles.js';
import { tableStyles } from '../styles/table-styles.js';
import { visuallyHidden } from '../styles/visually-hidden.js';

/** Adds what is missing: a second page element in the document finds the sheets of the first. */
export function adoptSheets(): void {
  const sheets = [buttonStyles, tableStyles, visuallyHidden].flatMap(({ styleSheet }) => styleSheet ?? []);
  const missing = sheets.filter((sheet) => !document.adoptedStyleSheets.includes(sheet));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...missing];
}
