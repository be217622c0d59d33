/** Where an update takes away the part of an element that has the focus, the focus goes to what takes its place. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class LostFocus implements ReactiveController {
  private had = false;

  /** `find`: the next place, after the update. */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly find: () => HTMLElement | null | undefined,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.had = this.hasFocus();
  }

  hostUpdated(): void {
    if (this.had && !this.hasFocus()) this.find()?.focus();
  }

  /** Inside a shadow root, `document.activeElement` is only its host. */
  private hasFocus(): boolean {
    const { activeElement } = this.host.getRootNode() as Document | ShadowRoot;
    return this.host.contains(activeElement);
  }
}
