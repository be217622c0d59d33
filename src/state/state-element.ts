/** A part of the page that reads or changes the page's state. It takes the state of the root element around it, by context. */
import { ContextConsumer } from '@lit/context';
import type { ReadableAtom } from 'nanostores';
import { PageElement } from '../components/page-element.js';
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

  /** A store of the state; the element renders again when it changes. */
  protected watch<T>(select: (state: PageState) => ReadableAtom<T>): WatchedStore<T> {
    return new WatchedStore(this, () => select(this.state));
  }
}
