/**
 * Styles of one element, set property by property. Lit's own `styleMap` first writes a `style` attribute, which a strict
 * Content-Security-Policy (without 'unsafe-inline') blocks: then bars have no width.
 */
import { noChange } from 'lit';
import { type AttributePart, Directive, directive, type PartInfo, PartType } from 'lit/directive.js';

/** CSS property names as in a style sheet, also custom properties. */
export type Styles = Readonly<Record<string, string>>;

class SetStyles extends Directive {
  private names: readonly string[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ATTRIBUTE || part.name !== 'style')
      throw new TypeError('setStyles works only as the whole value of a style attribute.');
  }

  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- Lit takes the type of the directive's argument from here
  override render(_styles: Styles): unknown {
    return noChange;
  }

  override update({ element }: AttributePart, [styles]: [Styles]): unknown {
    const { style } = element as HTMLElement | SVGElement;
    for (const name of this.names) if (!(name in styles)) style.removeProperty(name);
    for (const [name, value] of Object.entries(styles)) style.setProperty(name, value);
    this.names = Object.keys(styles);
    return noChange;
  }
}

export const setStyles = directive(SetStyles);
