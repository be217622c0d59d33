/** Opens an entry of the history: its result with its texts. No model is needed. */
import type { OpenedEntry } from '../../features/history/history-row.js';
import type { PageState } from '../../state/page-state.js';
import { shownOf } from '../../state/scoring/shown-record.js';
import { openResult } from './open-saved-result.js';

export function openKeptResult(state: PageState, { title, records, index }: OpenedEntry): void {
  const record = records[index];
  if (!record) return;
  const { createdAt, name, run } = record;
  openResult(state, { ...shownOf(record), origin: { kind: 'history', title, createdAt, name, run } });
}
