/** Renders an element again whenever a store changes. The store is looked up when the element connects, not when it is made. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReadableAtom } from 'nanostores';

export class WatchedStore<T> implements ReactiveController {
  private stop: (() => void) | undefined;

  /** `find` may depend on where the host is in the page. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly find: () => ReadableAtom<T>,
  ) {
    host.addController(this);
  }

  /** The present value; readable once the host is connected. */
  get value(): T {
    return this.find().get();
  }

  hostConnected(): void {
    this.stop = this.find().listen(() => this.host.requestUpdate());
    // A host that connects again may have missed changes.
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.stop?.();
  }
}
