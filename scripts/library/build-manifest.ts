/** Writes dist-lib/custom-elements.json: what editors and documentation tools read about the two elements. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { LIBRARY } from './library-folder.js';

const SOURCES = ['src/embed/result/result-element.ts', 'src/embed/scorer/scorer-element.ts'];

interface Manifest {
  readonly modules: readonly {
    path: string;
    readonly declarations: readonly {
      readonly tagName?: string;
      members?: readonly { readonly privacy?: string; readonly inheritedFrom?: unknown }[];
    }[];
  }[];
}

const ANALYZER = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
execFileSync(process.execPath, [ANALYZER, 'analyze', '--litelement', '--quiet', '--outdir', LIBRARY, '--globs', ...SOURCES]);

const path = `${LIBRARY}/custom-elements.json`;
const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
for (const module of manifest.modules) {
  // The package has the built files, not these sources.
  const tag = module.declarations.find(({ tagName }) => tagName)?.tagName;
  if (!tag) throw new Error(`${module.path} declares no element.`);
  module.path = `${LIBRARY}/${tag}.js`;
  for (const declaration of module.declarations) {
    if (declaration.members) declaration.members = declaration.members.filter(({ privacy }) => !/private|protected/.test(privacy ?? ''));
  }
}
writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
