/**
 * Styles of the library. An element in another page follows the person's font size and its own width, not the page's root font size
 * and not the window; and the page's sheets go into a shadow root, not into the document.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const SHEETS = resolve('src/embed/scorer/page-sheet.ts');
const SOURCES = resolve('src');
const VIRTUAL = '\0page-sheet:';
/** What `em` means in a media query at the browser's usual settings. */
const EM = 16;

/** `1.5rem` → a multiple of --q-rem (src/embed/shared/register-rem.ts); `@media (max-width: …)` → `@container`. */
export function embeddedCss(css: string): string {
  return css
    .replace(/(?<![\w.-])(-?\d*\.?\d+)rem\b/g, 'calc($1 * var(--q-rem))')
    .replace(/@media \((max|min)-width: ([\d.]+)em\)/g, (_, end: string, width: string) => {
      return `@container (${end}-width: ${(Number(width) * EM).toFixed(2)}px)`;
    });
}

export function embeddedStyles(): Plugin {
  return {
    name: 'embedded-styles',
    enforce: 'pre',
    async resolveId(source, importer) {
      // A part of the page that imports its sheet for the side effect.
      if (!importer || !source.endsWith('.css')) return undefined;
      return `${VIRTUAL}${resolve(dirname(importer), source)}.js`;
    },
    load(id) {
      if (!id.startsWith(VIRTUAL)) return undefined;
      const file = id.slice(VIRTUAL.length, -'.js'.length);
      this.addWatchFile(file);
      const css = embeddedCss(readFileSync(file, 'utf8'));
      const code = `import { pageSheetTexts } from ${JSON.stringify(SHEETS)};\npageSheetTexts.push(${JSON.stringify(css)});`;
      return { code, moduleSideEffects: true };
    },
    transform(code, id) {
      const [file = ''] = id.split('?');
      if (!file.startsWith(SOURCES) || !/\.(ts|css)$/.test(file)) return undefined;
      return { code: embeddedCss(code), map: null };
    },
  };
}
