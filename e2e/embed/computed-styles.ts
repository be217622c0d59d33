/** What a browser makes of styles: for comparing an element in two pages. */
import type { Locator } from '@playwright/test';

/** One line per element inside the shadow roots of `locator`'s element, in order: its tag, the properties that people see, its size. */
export function stylesInside(locator: Locator): Promise<string[]> {
  return locator.evaluate((host) => {
    const lines: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        const style = getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        const seen = [
          'color',
          'background-color',
          'display',
          'font',
          'letter-spacing',
          'text-transform',
          'padding',
          'margin',
        ];
        const values = [...seen, 'border', 'text-align', 'direction', 'word-spacing', 'text-indent', 'opacity'].map(
          (name) => style.getPropertyValue(name),
        );
        lines.push([element.localName, ...values, Math.round(width), Math.round(height)].join(' | '));
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    if (host.shadowRoot) visit(host.shadowRoot);
    return lines;
  });
}

/** All properties of these elements, by name. */
export function stylesOf(locator: Locator): Promise<string[][]> {
  return locator.evaluateAll((elements) =>
    elements.map((element) => {
      const style = getComputedStyle(element);
      // --q-rem is registered for the whole document; nothing of the page uses it.
      const names = [...style].filter((name) => name !== '--q-rem');
      return names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
    }),
  );
}
