/** Faults of one row's texts. All others are of the device or of the model. */
import type { Fault } from '../../../core/errors.js';

export function isOfRow({ code }: Fault): boolean {
  return code.startsWith('source-') || code.startsWith('summary-');
}
