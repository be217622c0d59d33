/** Texts of the elements for other pages, and of the library's errors. */
import type { RecordFault } from '../../core/record/decode-records.js';

export const RESULT = 'QUALS result';
export const NO_RECORD = 'No result yet.';
export const LOADING = 'Loading the result.';
export const CANNOT_SHOW = 'This result cannot be shown.';

/** Why a record cannot be shown. `unreachable`: `detail` is the status or the browser's reason. */
export type ShowFault =
  RecordFault | { readonly kind: 'not-json' } | { readonly kind: 'unreachable'; readonly detail: string };

export function showFault(fault: ShowFault): string {
  switch (fault.kind) {
    case 'unreachable':
      return `The file could not be loaded: ${fault.detail}.`;
    case 'not-json':
      return 'The file is not complete JSON.';
    case 'unknown-format':
      return 'The data is not a QUALS result. Use a file that the export menu saved as “Whole result, JSON”.';
    case 'newer':
      return `A newer version of QUALS made it (format ${fault.version}). Update the element’s script.`;
    case 'damaged':
      return `It is damaged: “${fault.field}” is missing or wrong. Nothing of it is shown, because its numbers cannot be trusted.`;
  }
}

export const PAIR_BUTTONS = { previous: 'Previous pair', next: 'Next pair' } as const;
