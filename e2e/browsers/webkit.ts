/** WebKitGTK's MiniBrowser through WebKitWebDriver, on a virtual screen. */
import { Builder, By, Key as SeleniumKey, type WebDriver } from 'selenium-webdriver';
import type { Browser, Key } from './browser.js';
import { findProgram } from './find-program.js';
import { SCRIPT_LIMIT, WINDOW } from './limits.js';
import { startDriver } from './webkit-driver.js';

const PACKAGE = 'webkit2gtk-driver';
/** MiniBrowser is in a library folder of the machine's kind. */
const FOLDERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((kind) => `/usr/lib/${kind}/webkit2gtk-4.1`);

const RECORD = 'errors of the page';

const KEYS: Readonly<Record<Key, string>> = {
  Tab: SeleniumKey.TAB,
  Enter: SeleniumKey.ENTER,
  Escape: SeleniumKey.ESCAPE,
  ArrowRight: SeleniumKey.ARROW_RIGHT,
  Control: SeleniumKey.CONTROL,
  Shift: SeleniumKey.SHIFT,
  a: 'a',
};

export async function openWebKit(): Promise<Browser> {
  const binary = findProgram('MiniBrowser', PACKAGE, FOLDERS);
  const service = await startDriver(findProgram('WebKitWebDriver', PACKAGE), findProgram('Xvfb', 'xvfb'));
  const driver = await new Builder()
    .usingServer(service.url)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {
        binary,
        args: ['--automation'],
      },
    })
    .build()
    .catch((error: unknown) => {
      service.stop();
      throw error;
    });
  await driver.manage().setTimeouts({ script: SCRIPT_LIMIT, pageLoad: SCRIPT_LIMIT });
  await driver
    .manage()
    .window()
    .setRect({ x: 0, y: 0, ...WINDOW });
  const quit = async (): Promise<void> => {
    await driver.quit();
    service.stop();
  };
  return { ...controls(driver), quit };
}

function controls(driver: WebDriver): Omit<Browser, 'quit'> {
  return {
    open: async (url) => {
      await driver.get(url);
      await driver.executeScript(recordErrors, RECORD);
    },
    reload: async () => {
      await driver.navigate().refresh();
      await driver.executeScript(recordErrors, RECORD);
    },
    read: (script, ...args) => driver.executeScript(script as never, ...args),
    runScript: async (source) => void (await driver.executeScript(source)),
    click: (selector) => driver.findElement(By.css(selector)).click(),
    press: (...keys) => pressTogether(driver, keys),
    complaints: () => driver.executeScript(readErrors, RECORD),
    type: (text) => driver.actions().sendKeys(text).perform(),
  };
}

/** Runs in the page. MiniBrowser shows its console to nobody, so errors are recorded from here on; a reload keeps them. */
function recordErrors(record: string): void {
  const add = (message: string): void => {
    const earlier = JSON.parse(sessionStorage.getItem(record) ?? '[]') as string[];
    sessionStorage.setItem(record, JSON.stringify([...earlier, message]));
  };
  // A chart whose new width changes another one's: that one is told in the next frame, so nothing is wrong.
  const isNotice = (message: string): boolean => message.startsWith('ResizeObserver loop completed');
  addEventListener('error', ({ message }) => {
    if (!isNotice(message)) add(message);
  });
  addEventListener('unhandledrejection', ({ reason }) => add(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    add(`${violatedDirective} ${blockedURI}`),
  );
  const { error } = console;
  Object.assign(console, {
    error: (...parts: unknown[]) => {
      add(parts.map(String).join(' '));
      error(...parts);
    },
  });
}

/** Runs in the page. */
function readErrors(record: string): readonly string[] {
  return JSON.parse(sessionStorage.getItem(record) ?? '[]') as string[];
}

async function pressTogether(driver: WebDriver, keys: readonly Key[]): Promise<void> {
  let actions = driver.actions();
  for (const key of keys) actions = actions.keyDown(KEYS[key]);
  for (const key of keys.toReversed()) actions = actions.keyUp(KEYS[key]);
  await actions.perform();
}
