/** Texts of the lists of batches and studies that this device keeps. */
export const OPEN = 'Open';
export const DELETE = 'Delete';
export const KEEP = 'Keep';
export const NOT_READ =
  'The browser does not let the page read what is stored on this device. It may be there again after a reload.';
export function notDeleted(name: string): string {
  return `“${name}” was not deleted: the browser refused it. Try again, or reload the page first.`;
}
