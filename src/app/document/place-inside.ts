/** An embedded page keeps its place to itself: its links open its own pages and leave the document's address alone. */
import { mayTakeFocus } from '../../components/element/may-take-focus.js';
import type { PageState } from '../../state/page-state.js';
import { placeOf, sectionOf } from '../../state/page/place.js';

export function followLinksInside(root: Element, { $visit, goTo }: PageState, signal: AbortSignal): void {
  const onClick = (event: Event): void => {
    const { ctrlKey, metaKey, shiftKey, target } = event as MouseEvent;
    const href = target instanceof Element && target.closest('a')?.getAttribute('href');
    if (!href || !href.startsWith('#') || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    goTo(placeOf(href), sectionOf(href));
  };
  root.addEventListener('click', onClick, { signal });
  const leave = $visit.listen(() => {
    if (mayTakeFocus(root)) root.scrollIntoView({ block: 'start' });
  });
  signal.addEventListener('abort', leave);
}
