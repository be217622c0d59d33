/** The same sheets that elements with a shadow root have, for the parts of the page without one. */
import { buttonStyles } from '../../styles/button-styles.js';
import { tableStyles } from '../../styles/table-styles.js';
import { visuallyHidden } from '../../styles/visually-hidden.js';

/** Adds what is missing: a second page element in the same document or shadow root finds the sheets of the first. */
export function adoptSheets(scope: DocumentOrShadowRoot): void {
  const sheets = [buttonStyles, tableStyles, visuallyHidden].flatMap(({ styleSheet }) => styleSheet ?? []);
  const missing = sheets.filter((sheet) => !scope.adoptedStyleSheets.includes(sheet));
  scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, ...missing];
}
