/** Download speed over the last few seconds, for the time left. */

interface Sample {
  /** Milliseconds. */
  readonly at: number;
  readonly bytes: number;
}

const WINDOW_MS = 5_000;
const FIRST_ESTIMATE_MS = 1_000;

export class DownloadRate {
  private samples: readonly Sample[] = [];

  /** `bytes`: total received by `at`. */
  add(at: number, bytes: number): void {
    const last = this.samples.at(-1);
    if (last && bytes < last.bytes) this.samples = [];
    this.samples = [...this.samples.filter((sample) => at - sample.at <= WINDOW_MS), { at, bytes }];
  }

  /** Undefined during the first second, and while nothing arrives. */
  bytesPerSecond(): number | undefined {
    const first = this.samples[0];
    const last = this.samples.at(-1);
    if (!first || !last || last.at - first.at < FIRST_ESTIMATE_MS || last.bytes === first.bytes) return undefined;
    return ((last.bytes - first.bytes) / (last.at - first.at)) * 1000;
  }
}
