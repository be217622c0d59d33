/** Writes dist-lib/custom-elements.json: what editors and documentation tools read about the two elements. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { LIBRARY } from './library-folder.js';

const SOURCES = ['src/embed/result/result-element.ts', 'src/embed/scorer/scorer-element.ts'];

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  members?: readonly { readonly privacy?: string }[];
}

interface Module {
  path: string;
  readonly declarations: readonly Declaration[];
  exports: readonly unknown[];
}

const ANALYZER = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
const OPTIONS = ['--litelement', '--quiet', '--outdir', LIBRARY, '--globs', ...SOURCES];
execFileSync(process.execPath, [ANALYZER, 'analyze', ...OPTIONS]);

const file = `${LIBRARY}/custom-elements.json`;
const manifest = JSON.parse(readFileSync(file, 'utf8')) as { readonly modules: readonly Module[] };
for (const module of manifest.modules) asPackaged(module);
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);

/** The package has the built files, not the sources. Importing one defines its element; it exports no class. */
function asPackaged(module: Module): void {
  const element = module.declarations.find(({ tagName }) => tagName);
  if (!element?.tagName) throw new Error(`${module.path} declares no element.`);
  module.path = `${LIBRARY}/${element.tagName}.js`;
  const declaration = { name: element.name, module: module.path };
  module.exports = [{ kind: 'custom-element-definition', name: element.tagName, declaration }];
  element.members = (element.members ?? []).filter(({ privacy = 'public' }) => privacy === 'public');
}
