import { describe, expect, it } from 'vitest';
import { MODEL } from '../../../e2e/fake-scorer/fake-worker.js';
import { MATCHED } from '../../core/protocol.js';
import { createPageState } from '../../state/page-state.js';
import type { RunState } from '../../state/scoring/run.js';
import { usesModel } from '../../state/scoring/run.js';
import { deviceChoice } from './while-in-use.js';

function running(): RunState {
  const state = createPageState();
  state.startRun({ source: 'a', summary: 'b' }, MATCHED, 0);
  return state.$run.get();
}

const READY = { kind: 'ready', model: MODEL } as const;
const IN_USE: readonly RunState[] = [
  running(),
  { kind: 'waiting' },
  { kind: 'many', owner: 'batch' },
  { kind: 'many', owner: 'compare' },
];
const FREE: readonly RunState[] = [
  { kind: 'idle' },
  { kind: 'stopped', questionsWritten: 0 },
  { kind: 'failed', fault: { code: 'device-lost', detail: '' } },
];

it('holds the model for a score, a batch and a comparison, until they end', () => {
  expect(IN_USE.map(usesModel)).toEqual([true, true, true, true]);
  expect(FREE.map(usesModel)).toEqual([false, false, false]);
});

describe('the choice of the device', () => {
  it.each(IN_USE)('is closed while a run uses the model, and says why: $kind', (run) => {
    const { choices, note } = deviceChoice(READY, run);
    expect(choices.map(({ disabled }) => disabled)).toEqual([true, true, true]);
    expect(note).toMatch(/^A run uses the model\..* Now: WASM/);
  });

  it.each(FREE)('is open otherwise: $kind', (run) => {
    const { choices, note } = deviceChoice(READY, run);
    expect(choices.map(({ disabled }) => disabled)).toEqual([false, false, false]);
    expect(note).not.toContain('A run uses');
  });

  it('says of a run that waits for the model how to change the device', () => {
    const { note } = deviceChoice({ kind: 'loading', phase: 'starting', since: 0 }, { kind: 'waiting' });
    expect(note).toContain('cancel loading');
  });
});
