import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';

/** A browser of the system where there is one; otherwise the one that `npx playwright install chromium` puts in place. */
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const PORT = Number(process.env['QUALS_PORT'] ?? 5330);

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // The worker wants both cores of a small machine for itself.
  workers: 1,
  timeout: 60_000,
  // A slow, shared machine: a click may meet a layout that still moves. The report names what needed a second try.
  retries: process.env['CI'] ? 2 : 0,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${PORT}/`,
    browserName: 'chromium',
    // Requests must meet the tests' routes, not a service worker.
    serviceWorkers: 'block',
    launchOptions: {
      args: ['--no-sandbox', '--disable-background-networking'],
      ...(existsSync(SYSTEM_CHROMIUM) && { executablePath: SYSTEM_CHROMIUM }),
    },
  },
  // Serves what `npm run build` made.
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort --outDir ${process.env['QUALS_DIST'] ?? 'dist'}`,
    port: PORT,
    // In CI the server must be this checkout's own.
    reuseExistingServer: !process.env['CI'],
  },
});
