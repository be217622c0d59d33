/**
 * The page's style sheets as one sheet for a shadow root. Parts of the page import their sheets; in the library's build, each of these
 * imports adds its text here (scripts/library/embedded-styles.ts), in the same order as in the page.
 *
 * @public for the build
 */
export const pageSheetTexts: string[] = [];

let sheet: CSSStyleSheet | undefined;

/** One sheet for all elements in the document. A sheet made by script needs no permission of the page's policy. */
export function pageSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(pageSheetTexts.join('\n'));
  }
  return sheet;
}
