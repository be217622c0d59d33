/** Writes the library's type declarations into dist-lib: one file per entry, without Lit and without the page's own types. */
import { writeFileSync } from 'node:fs';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { LIBRARY } from './library-folder.js';

const TYPES = { index: 'src/embed/index.ts', elements: 'src/embed/shared/element-types.ts' };
const ELEMENTS = { 'quals-result': 'QualsResultElement', 'quals-scorer': 'QualsScorerElement' };

/** `document.querySelector('quals-result')` has the element's type. */
function declarationOf(tag: string, type: string): string {
  return `import type { ${type} } from './elements.js';
export type { ${type} };
declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${type};
  }
}
`;
}

const bundle = await rollup({ input: TYPES, plugins: [dts({ tsconfig: 'tsconfig.tools.json' })] });
await bundle.write({ dir: LIBRARY, entryFileNames: '[name].d.ts', chunkFileNames: '[name].d.ts' });
await bundle.close();
for (const [tag, type] of Object.entries(ELEMENTS)) writeFileSync(`${LIBRARY}/${tag}.d.ts`, declarationOf(tag, type));
