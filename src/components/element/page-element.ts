import { LitElement } from 'lit';

/**
 * An element that renders into the page itself, without a shadow root. Its labels, headings and fields can refer to other
 * elements by id, and one style sheet covers the layout. For parts of the page; reusable elements have a shadow root.
 */
export class PageElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
