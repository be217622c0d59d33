import { expect, it } from 'vitest';
import type { ModelState } from '../../state/scoring/model.js';
import { statusOf } from './status-words.js';

const IDLE = { kind: 'idle' } as const;
const downloading = (bytesDone: number): ModelState => ({
  kind: 'loading',
  phase: 'download',
  since: 0,
  download: { phase: 'download', bytesDone, bytesTotal: 100, fromStorage: false },
});

it('announces a download in quarters', () => {
  const said = new Set(Array.from({ length: 100 }, (_, bytes) => statusOf(downloading(bytes), IDLE)));
  expect([...said].map((text) => /[^ ]+.%$/.exec(text)?.[0])).toEqual([
    '1\u202f%',
    '25\u202f%',
    '50\u202f%',
    '75\u202f%',
  ]);
});

it('announces a notice, and leaves stops to the alert', () => {
  const failed = (code: 'summary-empty' | 'out-of-memory') =>
    statusOf({ kind: 'absent' }, { kind: 'failed', fault: { code, detail: '' } });
  expect(failed('summary-empty')).toContain('Add a summary to score. The summary is empty.');
  expect(failed('out-of-memory')).toBe('');
});

it('counts one question as one', () => {
  const stopped = (questionsWritten: number) => statusOf({ kind: 'absent' }, { kind: 'stopped', questionsWritten });
  expect(stopped(1)).toContain('1 question had');
  expect(stopped(2)).toContain('2 questions had');
});
