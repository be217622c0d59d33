/** The width of an element in whole pixels, for a figure that is drawn to fit. The element renders again when it changes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class OwnWidth implements ReactiveController {
  /** 0 before the first layout. */
  value = 0;

  private readonly sizes = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    // Fractions of a pixel would redraw for ever.
    if (Math.abs(width - this.value) <= 1) return;
    this.value = width;
    this.host.requestUpdate();
  });

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    this.sizes.observe(this.host);
  }

  hostDisconnected(): void {
    this.sizes.disconnect();
  }
}
