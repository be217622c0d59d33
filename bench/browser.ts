/** One Chromium for all measurements, with a new page for each implementation, so that their memory is separate. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking', '--enable-unsafe-webgpu'],
    ...(existsSync(SYSTEM_CHROMIUM) && { executablePath: SYSTEM_CHROMIUM }),
  });
}

export interface Measured<T> {
  readonly value: T;
  /** Largest resident size of the tab's process, in MB; undefined if the system has no /proc. */
  readonly peakMegabytes: number | undefined;
}

/** Opens the benchmark's page, and closes it afterwards. */
export async function onPage<T>(browser: Browser, url: string, use: (page: Page) => Promise<T>): Promise<Measured<T>> {
  const before = new Set(Object.keys(await peaks(browser)));
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.waitForFunction(() => 'startBench' in window);
    const value = await use(page);
    const own = Object.entries(await peaks(browser)).filter(([id]) => !before.has(id));
    const sizes = own.map(([, size]) => size);
    return { value, peakMegabytes: sizes.length > 0 ? Math.max(...sizes) : undefined };
  } finally {
    await page.close();
  }
}

/** Resident size of the browser's renderers, by process id. */
async function peaks(browser: Browser): Promise<Record<string, number>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const found = processInfo
    .filter(({ type }) => type === 'renderer')
    .flatMap(({ id }): [string, number][] => {
      const file = `/proc/${id}/status`;
      const kilobytes = existsSync(file) ? /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
      return kilobytes === undefined ? [] : [[String(id), (Number(kilobytes) * 1024) / 1e6]];
    });
  return Object.fromEntries(found);
}

/** A real GPU: SwiftShader runs on the CPU, so its times are meaningless. */
export async function hasRealGpu(browser: Browser, url: string): Promise<boolean> {
  const { value } = await onPage(browser, url, (page) =>
    page.evaluate(async () => {
      const adapter = await (navigator as Partial<Navigator>).gpu?.requestAdapter();
      return Boolean(adapter) && !/swiftshader/iu.test(`${adapter?.info.description} ${adapter?.info.architecture}`);
    }),
  );
  return value;
}
