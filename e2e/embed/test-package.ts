/**
 * Packs the library, installs it into an empty Vite project outside this repository, compiles against its types, builds the project
 * and scores there in a browser. `npm run test:package` runs it; it needs a registry and some minutes.
 */
import { chromium, expect } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SOURCE, SUMMARY } from '../faults/tiny-page.js';
import { serveHostPage, STRICT_FOR_SCORER } from './host-page.js';

const NAME = 'quals-in-the-browser';
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly devDependencies: { readonly vite: string };
};

/** Compiles only if the declarations are there and are not `any`. */
const TYPED = `
import { scoreSummary } from '${NAME}';
import '${NAME}/quals-result';
import '${NAME}/quals-scorer';
document.querySelector('quals-result')?.addEventListener('quals-pair', ({ detail }) => detail.index.toFixed());
const scorer = document.createElement('quals-scorer');
scorer.record = {};
export const quals: Promise<number | undefined> = scorer.score()
  .then(() => scoreSummary({ source: scorer.source, summary: scorer.summary }, { base: './quals/', preset: 'quick' }))
  .then(({ measures }) => measures['quals']);
// @ts-expect-error -- base is missing
void scoreSummary({ source: '', summary: '' }, {});
`;
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'es2023',
    lib: ['es2023', 'dom'],
    types: [],
    module: 'esnext',
    moduleResolution: 'bundler',
  },
  files: ['typed.ts'],
};

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
function run(cwd: string, command: string, ...args: string[]): void {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
}

function pack(folder: string): string {
  // .npmrc turns scripts of npm off, so `npm pack` alone builds nothing.
  run('.', 'npm', 'run', 'build:library');
  run('.', 'npm', 'pack', '--silent', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error('npm pack wrote no package.');
  return join(folder, tarball);
}

function installInto(project: string, tarball: string): string {
  cpSync('examples/embed', project, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }');
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel', 'error'];
  run(project, 'npm', 'install', ...quiet, tarball, `vite@${devDependencies.vite}`);
  return join(project, 'node_modules', NAME);
}

/** Both elements with a record, then a score by the library. */
async function tryInBrowser(site: string): Promise<string> {
  const host = await serveHostPage(STRICT_FOR_SCORER, { '/': site });
  const system = '/usr/bin/chromium';
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(existsSync(system) && { executablePath: system }),
  });
  try {
    const page = await browser.newPage();
    await page.goto(host.url);
    await expect(page.locator('#told')).toContainText(/stored: QUALS -\d/);
    await page.evaluate(() => {
      const { record } = document.querySelector('#stored') as unknown as { readonly record: unknown };
      Object.assign(document.querySelector('#scorer') ?? {}, { record });
    });
    await expect(page.locator('#told')).toContainText(/scorer: QUALS -\d/);
    await expect(page.locator('#scorer quals-marked-summary').first()).toBeVisible();
    await page.goto(`${host.url}numbers.html?model=tiny`);
    await page.locator('#source').fill(SOURCE);
    await page.locator('#summary').fill(SUMMARY);
    await page.getByRole('button', { name: 'Score' }).click();
    await expect(page.locator('#output')).toHaveText(/^QUALS -?\d+\.\d{3}$/, { timeout: 300_000 });
    return (await page.locator('#output').textContent()) ?? '';
  } finally {
    await browser.close();
    await host.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'quals-package-'));
try {
  const tarball = pack(folder);
  say(`packed: ${(statSync(tarball).size / 1e6).toFixed(1)} MB`);
  const project = join(folder, 'project');
  const installed = installInto(project, tarball);
  say('installed');
  run(project, 'npx', 'quals', '--help');
  writeFileSync(join(project, 'typed.ts'), TYPED);
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  run(project, process.execPath, resolve('node_modules/typescript/bin/tsc'), '-p', '.');
  say('its types compile');
  run(project, 'npx', 'vite', 'build', '--logLevel', 'error');
  const site = join(project, 'dist/');
  cpSync(join(installed, 'public/models/tiny'), join(site, 'quals/models/tiny'), { recursive: true });
  say(`in the built project: ${await tryInBrowser(site)}`);
} finally {
  rmSync(folder, { recursive: true });
}
