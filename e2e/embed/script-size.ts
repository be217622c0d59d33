/** The size of a built script together with the scripts that it imports. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Static imports of the build: `from"./x.js"` and `import"./x.js"`. */
const IMPORTS = /(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g;

/** Bytes over the network with gzip, each file compressed for itself, as servers do. */
export function gzippedSize(entry: string, folder: string, seen = new Set<string>()): number {
  if (seen.has(entry)) return 0;
  seen.add(entry);
  const script = readFileSync(join(folder, entry));
  const imported = [...script.toString().matchAll(IMPORTS)].map(([, file]) => file as string);
  return imported.reduce((sum, file) => sum + gzippedSize(file, folder, seen), gzipSync(script).length);
}
