/** The element with the focus in the tree of `node`. Inside a shadow root, `document.activeElement` is only its host. */
export function activeElementBeside(node: Node): Element | null {
  return (node.getRootNode() as Document | ShadowRoot).activeElement ?? null;
}
