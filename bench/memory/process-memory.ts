/** Where a renderer's memory is, from /proc/<pid>/smaps (proc_pid_smaps(5)). Linux only. */
import type { Browser } from '@playwright/test';
import { readFileSync } from 'node:fs';

/** Resident megabytes. */
export interface ProcessMemory {
  readonly resident: number;
  /** Largest value so far. */
  readonly peak: number;
  /** Chromium's own program and libraries; shared with its other processes. */
  readonly files: number;
  /** The pages of the WASM memory that were ever written. It never shrinks. */
  readonly wasm: number;
  readonly machineCode: number;
  /** V8's heap, arrays outside of it, the compiler's working memory, the page. */
  readonly rest: number;
  /** Processor time since the process started. */
  readonly cpuSeconds: number;
}

/** Megabytes of the largest renderer now. The kernel's own record of the peak misses memory that is freed soon. */
export async function largestResident(browser: Browser): Promise<number> {
  const sizes = (await renderers(browser)).map((id) => statusOf(id)('VmRSS'));
  // A renderer that just ended has no size.
  return Math.max(0, ...sizes.filter(Number.isFinite));
}

/** The renderer with the largest peak: the one page that does something. `wasmBytes`: size of its WASM memory. */
export async function largestRenderer(browser: Browser, wasmBytes: number): Promise<ProcessMemory> {
  const found = (await renderers(browser)).map((id) => memoryOf(id, wasmBytes));
  return found.reduce((largest, memory) => (memory.peak > largest.peak ? memory : largest));
}

async function renderers(browser: Browser): Promise<number[]> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Reads a field of /proc/<pid>/status, in megabytes. */
function statusOf(id: number): (field: string) => number {
  const status = readFileSync(`/proc/${id}/status`, 'utf8');
  return (field) => megabytes(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]);
}

function memoryOf(id: number, wasmBytes: number): ProcessMemory {
  const named = statusOf(id);
  const sums = { files: 0, wasm: 0, machineCode: 0, rest: 0 };
  for (const { size, rights, file, resident } of mappings(id)) {
    if (file.startsWith('/')) sums.files += resident;
    else if (rights.includes('x')) sums.machineCode += resident;
    else if (size === wasmBytes) sums.wasm += resident;
    else sums.rest += resident;
  }
  return { resident: named('VmRSS'), peak: named('VmHWM'), ...sums, cpuSeconds: cpuSeconds(id) };
}

interface Mapping {
  readonly size: number;
  readonly rights: string;
  /** Empty for memory without a file. */
  readonly file: string;
  readonly resident: number;
}

function mappings(id: number): Mapping[] {
  const found: Mapping[] = [];
  const parts = readFileSync(`/proc/${id}/smaps`, 'utf8').split(/^(?=[\da-f]+-[\da-f]+ )/mu);
  for (const part of parts) {
    const head = /^([\da-f]+)-([\da-f]+) (\S+) \S+ \S+ \S+ *(.*)/u.exec(part);
    if (!head) continue;
    const [, start = '', end = '', rights = '', file = ''] = head;
    const resident = megabytes(/^Rss:\s+(\d+) kB/mu.exec(part)?.[1]);
    found.push({ size: Number.parseInt(end, 16) - Number.parseInt(start, 16), rights, file, resident });
  }
  return found;
}

const TICKS_PER_SECOND = 100;

/** The 14th and 15th field of /proc/<pid>/stat; the second one may contain spaces, so fields count from its end. */
function cpuSeconds(id: number): number {
  const fields = (readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1] ?? '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

function megabytes(kilobytes: string | undefined): number {
  return (Number(kilobytes) * 1024) / 1e6;
}
