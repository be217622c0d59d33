/** Which faults fail one row, and let the others be tried. All others are of the device or of the model, and end the run. */
import type { Fault } from '../../../core/errors.js';

/** Of its texts. */
export function isOfRow({ code }: Fault): boolean {
  return code.startsWith('source-') || code.startsWith('summary-');
}

/** These may be of one row alone: the next one is tried. */
export function isOfDeviceOnce({ code }: Fault): boolean {
  return code === 'out-of-memory' || code === 'worker-died' || code === 'device-lost' || code === 'internal';
}
