/**
 * Runs in the page: couples of texts whose letters overlap, as `“one” × “other”`. Reads shadow roots too. A line of text is as wide
 * as its letters, and as high as its capitals: the boxes of lines in a paragraph may touch. Text that turns is left out: its box
 * is not its letters'.
 */
export function overlaps(): string[] {
  interface Line {
    readonly node: Text;
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  /** Capitals are about .7 of the font's size high. */
  const HALF_CAPITAL = 0.35;
  /** Pixels by which letters may touch. */
  const TOLERANCE = 1;

  const parentOf = (node: Node): Element | undefined => {
    const parent = node instanceof Element && node.assignedSlot ? node.assignedSlot : node.parentNode;
    if (parent instanceof ShadowRoot) return parent.host;
    return parent instanceof Element ? parent : undefined;
  };

  /** What its ancestors leave to be seen of a line. */
  const clipped = (line: Line): Line => {
    let { left, right, top, bottom } = line;
    for (let element = parentOf(line.node); element; element = parentOf(element)) {
      const { overflowX, position, clipPath } = getComputedStyle(element);
      const turned = element.getAttribute('transform')?.startsWith('rotate');
      if (clipPath !== 'none' || turned) return { ...line, right: left };
      if (overflowX !== 'visible' && element !== document.body && element !== document.documentElement) {
        const box = element.getBoundingClientRect();
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      if (position === 'fixed') break;
    }
    return { ...line, left, right, top, bottom };
  };

  const linesOf = (node: Text): Line[] => {
    const parent = parentOf(node);
    if (!parent || (node.textContent ?? '').trim() === '' || parent.closest('style, script, title, desc')) return [];
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return [];
    const capital = parseFloat(getComputedStyle(parent).fontSize) * HALF_CAPITAL;
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].map(({ left, right, top, bottom }) => {
      const middle = (top + bottom) / 2;
      return clipped({ node, left, right, top: middle - capital, bottom: middle + capital });
    });
  };

  const lines: Line[] = [];
  const collect = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (node instanceof Text) lines.push(...linesOf(node));
      if (node instanceof Element && node.shadowRoot) collect(node.shadowRoot);
    }
  };
  collect(document.body);

  const shown = lines.filter(({ left, right, top, bottom }) => right - left > TOLERANCE && bottom - top > TOLERANCE);
  const found = shown.flatMap((a, index) =>
    shown
      .slice(index + 1)
      .filter((b) => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return a.node !== b.node && across > TOLERANCE && down > TOLERANCE;
      })
      .map((b) => [a, b].map(({ node }) => `“${(node.textContent ?? '').trim().slice(0, 40)}”`).join(' × ')),
  );
  return [...new Set(found)];
}
