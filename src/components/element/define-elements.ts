/** Gives tags their classes. Class files leave it to one place of each bundle, so that importing a class changes nothing. */

/** Tags with the classes that HTMLElementTagNameMap names for them. */
export type ElementsByTag = {
  readonly [Tag in keyof HTMLElementTagNameMap]?: new () => HTMLElementTagNameMap[Tag];
};

type Registry = Pick<CustomElementRegistry, 'get' | 'define'>;

export function defineElements(elements: ElementsByTag, registry: Registry = customElements): void {
  for (const [tag, element] of Object.entries(elements)) defineElement(tag, element, registry);
}

/** Does nothing where the tag has this class already. Throws where another script has given it another class. */
function defineElement(tag: string, element: CustomElementConstructor, registry: Registry): void {
  const present = registry.get(tag);
  if (present === element) return;
  if (present)
    throw new Error(
      `Another script on this page has already defined <${tag}>. ` +
        'QUALS cannot start beside it. If the script of QUALS is loaded twice, load it once.',
    );
  registry.define(tag, element);
}
