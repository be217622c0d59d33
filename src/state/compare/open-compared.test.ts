import { beforeEach, expect, it } from 'vitest';
import { sampleResult, SOURCE, SUMMARY } from '../../../e2e/fake-scorer/sample-result.js';
import { MATCHED } from '../../core/protocol.js';
import { createPageState, type PageState } from '../page-state.js';
import type { ShownResult } from '../scoring/result.js';
import { comparedOf, openCompared } from './open-compared.js';

const RUN = { device: 'wasm', detail: '2 threads', seconds: 9.3, requests: 0 } as const;
const made = { createdAt: '2026-01-05T12:00:00Z', run: RUN } as const;
const texts = { source: SOURCE, summary: SUMMARY };
const shown = (origin: ShownResult['origin']): ShownResult => ({ texts, result: sampleResult(), origin });

let state: PageState;
beforeEach(() => {
  state = createPageState();
  state.editTexts({ source: 'My own.' });
});

it.each<ShownResult['origin']>([
  { kind: 'run', ...made, name: 'A' },
  { kind: 'history', title: 'An entry', ...made, name: 'A' },
  { kind: 'file', fileName: 'two.json', resultsInFile: 2, ...made, name: 'A' },
  { kind: 'example', title: 'A quote' },
])('says where a result ($kind) came from it came from, after the comparison too', (origin) => {
  openCompared(state, comparedOf(shown(origin)), 'A');
  expect(state.$shown.get()?.origin).toEqual(origin);
  expect(state.$aside.get()?.source).toBe('My own.');
});

it('does nothing during a run, whose result would take its place', () => {
  state.startRun({ source: 'My own.', summary: 'Mine.' }, MATCHED, 0);
  expect(openCompared(state, comparedOf(shown({ kind: 'run', ...made })), 'A')).toBe(false);
  expect([state.$texts.get().source, state.$shown.get(), state.$place.get()]).toEqual(['My own.', undefined, 'form']);
});
