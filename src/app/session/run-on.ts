/** Where and how a score was made, as its record says it. */
import type { RunOnDevice } from '../../core/record/result-record.js';
import type { LoadedModel } from '../../core/scorer.js';

/** `requests`: of the page and its worker during the run. */
export function runOn({ device, deviceDetail }: LoadedModel, seconds: number, requests: number): RunOnDevice {
  return { device, detail: deviceDetail, seconds, requests };
}
