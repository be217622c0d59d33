/** Words about a newer version of the page. */
export const OFFERED_TITLE = 'A new version of this page is ready';
export const OFFERED =
  'It has been downloaded. Your texts, settings and model stay. Until you take it, this version goes on as before.';
export const TAKE = 'Use the new version';
export const ELSEWHERE_TITLE = 'Another tab has brought a new version of this page';
export const ELSEWHERE = 'This tab still shows the older one. Reload it when it suits you; your texts stay.';
export const RELOAD = 'Reload';
