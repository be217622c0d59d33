import { LitElement } from 'lit';

/**
 * An element that renders into the page itself, without a shadow root: its labels, headings and fields can refer to those
 * of other elements by id, and one style sheet rules the layout. For parts of the page; what is reused has a shadow root.
 */
export class PageElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
