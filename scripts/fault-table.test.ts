/** docs/faults.md names a test for each fault. A renamed or removed test must not leave its line behind. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';

const ROW = /\| `([\w.-]+)` › (.+) \|$/;
const rows = readFileSync('docs/faults.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| fault'));
const files = new Map(
  ['e2e', 'src', 'workers'].flatMap((folder) => testFiles(folder)).map((path) => [basename(path), path] as const),
);

it('has a line for every fault, each with its test', () => {
  expect(rows.length).toBeGreaterThan(35);
  expect(rows.filter((row) => !ROW.test(row))).toEqual([]);
});

it.each(rows.flatMap((row) => [ROW.exec(row)?.slice(1) ?? []]))('%s has a test “%s”', (file, title) => {
  const path = files.get(file ?? '');
  expect(path).toBeDefined();
  expect(readFileSync(path ?? '', 'utf8')).toContain(title);
});

function testFiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.(spec|test)\.ts$/.test(name)).map((name) => join(folder, name));
}
