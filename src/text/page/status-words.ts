/** The page's state in one line, for a screen reader. */
import type { Fault } from '../../core/errors.js';
import type { ModelState } from '../../state/scoring/model.js';
import type { RunState } from '../../state/scoring/run.js';
import { faultWords } from '../faults.js';
import * as words from '../form/model-words.js';

/** '' during a run, which has its own live region, and for faults that an alert announces. */
export function statusOf(model: ModelState, run: RunState): string {
  switch (run.kind) {
    case 'running':
      return '';
    case 'failed':
      return noticeOf(run.fault);
    case 'stopped':
      return `${words.STOPPED_TITLE}. ${words.stoppedNote(run.questionsWritten)}`;
    default:
      return modelStatus(model);
  }
}

function modelStatus(model: ModelState): string {
  switch (model.kind) {
    case 'absent':
      return '';
    case 'loading':
      return loadingStatus(model);
    case 'cancelled':
      return words.DOWNLOAD_CANCELLED;
    case 'ready':
      return words.READY_HEARD;
    case 'failed':
      return noticeOf(model.fault);
  }
}

/** Announce quarters only. An announcement for every step would block all others. */
function loadingStatus({ phase, download }: Extract<ModelState, { readonly kind: 'loading' }>): string {
  if (phase === 'starting') return words.STARTING;
  if (phase !== 'download' || !download) return words.PREPARING;
  if (download.fromStorage) return words.READING_STORED;
  const quarters = Math.floor((4 * download.bytesDone) / download.bytesTotal);
  return words.HEAD.downloading(quarters / 4);
}

function noticeOf(fault: Fault): string {
  const { tone, title, reason } = faultWords(fault);
  return tone === 'notice' ? `${title}. ${reason}` : '';
}
