import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';

/** A browser of the system if there is one; otherwise the one from `npx playwright install chromium`. */
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const PORT = Number(process.env['QUALS_PORT'] ?? 5330);

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // The worker needs both cores of a small machine.
  workers: 1,
  timeout: 60_000,
  // On a slow, shared machine, a click may hit a layout that still moves. The report names tests that needed a second attempt.
  retries: process.env['CI'] ? 2 : 0,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${PORT}/`,
    browserName: 'chromium',
    // Requests must reach the tests' routes, not a service worker.
    serviceWorkers: 'block',
    launchOptions: {
      args: ['--no-sandbox', '--disable-background-networking'],
      ...(existsSync(SYSTEM_CHROMIUM) && { executablePath: SYSTEM_CHROMIUM }),
    },
  },
  // Serves the output of `npm run build`.
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort --outDir ${process.env['QUALS_DIST'] ?? 'dist'}`,
    port: PORT,
    // In CI the server must be this checkout's own.
    reuseExistingServer: !process.env['CI'],
  },
});
