/** Texts about a newer version of the page. */
export const OFFERED_TITLE = 'A new version of this page is ready';
export const OFFERED =
  'It has been downloaded. Your texts, settings and model are kept. This version keeps working until you switch.';
export const TAKE = 'Use the new version';
export const ELSEWHERE_TITLE = 'Another tab has installed a new version of this page';
export const ELSEWHERE = 'This tab still shows the old version. Reload it at any time; your texts are kept.';
export const RELOAD = 'Reload';
