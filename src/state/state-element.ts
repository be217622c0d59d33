/** A part of the page that reads or changes the page's state. It takes the state of the root element around it, by context. */
import { ContextConsumer } from '@lit/context';
import type { ReadableAtom } from 'nanostores';
import { mayTakeFocus } from '../components/element/may-take-focus.js';
import { PageElement } from '../components/element/page-element.js';
import { type PageState, pageStateContext } from './page-state.js';
import { WatchedStore } from './watched-store.js';

export class StateElement extends PageElement {
  private readonly provided = new ContextConsumer(this, { context: pageStateContext });

  /** Throws while the element is outside a root element. */
  protected get state(): PageState {
    const { value } = this.provided;
    if (!value) throw new Error(`<${this.localName}> works only inside <quals-app>, which holds its state.`);
    return value;
  }

  /** An id in the document for a name in the page. */
  protected idOf(name: string): string {
    return this.state.idOf(name);
  }

  /** False while a person works in another part of the document: nothing may scroll or take the focus then. */
  protected mayTakeFocus(): boolean {
    const root = this.closest('quals-app');
    return root === null || mayTakeFocus(root);
  }

  /** A store of the state; the element renders again when it changes. */
  protected watch<T>(select: (state: PageState) => ReadableAtom<T>): WatchedStore<T> {
    return new WatchedStore(this, () => select(this.state));
  }
}
