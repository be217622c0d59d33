/** Starts a virtual screen and WebKitWebDriver on it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { SCRIPT_LIMIT } from './limits.js';

interface DriverService {
  readonly url: string;
  stop(): void;
}

export async function startDriver(program: string, screenProgram: string): Promise<DriverService> {
  const { screen, display } = await startScreen(screenProgram);
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(`${url}/status`);
  const stop = (): void => {
    driver.kill();
    screen.kill();
  };
  return { url, stop };
}

/** Xvfb writes the number of the display that it chose to file descriptor 3. */
async function startScreen(program: string): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn(program, ['-displayfd', '3', '-screen', '0', '1440x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const lines = createInterface({ input: screen.stdio[3] as Readable });
  const number = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    screen.once('error', reject);
    screen.once('exit', (code) => reject(new Error(`Xvfb ended with exit code ${String(code)}.`)));
  });
  return { screen, display: `:${number}` };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

async function untilAnswers(url: string): Promise<void> {
  const end = Date.now() + SCRIPT_LIMIT;
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > end) throw new Error('WebKitWebDriver does not answer.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
