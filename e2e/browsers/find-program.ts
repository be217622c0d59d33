/** Finds a browser of the system. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @throws Error that names the Debian package if the program is neither on the PATH nor in `folders`. */
export function findProgram(name: string, debianPackage: string, folders: readonly string[] = []): string {
  const places = [...(process.env['PATH'] ?? '').split(delimiter), ...folders];
  const found = places.map((folder) => join(folder, name)).find(isExecutable);
  if (found !== undefined) return found;
  throw new Error(`${name} is missing. Install the Debian package ${debianPackage}: apt-get install ${debianPackage}`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
