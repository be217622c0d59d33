import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The width of an element's content in whole CSS pixels; updates the element when that changes. */
export class WidthController implements ReactiveController {
  private readonly sizes = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    // 0: not laid out, for instance inside a closed disclosure.
    if (width === 0 || width === this.width) return;
    this.width = width;
    this.host.requestUpdate();
  });

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    /** Until the first layout. */
    public width: number,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.sizes.observe(this.host);
  }

  hostDisconnected(): void {
    this.sizes.disconnect();
  }
}
