import { beforeEach, expect, it } from 'vitest';
import { MODEL } from '../../../e2e/fake-scorer/fake-worker.js';
import { sampleResult, UNSCORABLE } from '../../../e2e/fake-scorer/sample-result.js';
import type { Fault, Outcome } from '../../core/errors.js';
import type { Cancelled } from '../../core/score.js';
import { NORMALISATION } from '../../core/text/normalisation.js';
import { createPageState, type PageState } from '../page-state.js';
import type { ScoredOne, ScoreOne, Session } from '../scoring/session.js';
import { scoreComparison } from './score-comparison.js';

type Reply = Outcome<ScoredOne | Cancelled>;

const RESULT = { ...sampleResult(), normalisation: NORMALISATION };
const done = (result: ScoredOne['result'] = RESULT): Reply => ({
  ok: true,
  value: {
    kind: 'done',
    result,
    createdAt: '2026-01-05T12:00:00Z',
    run: { device: 'wasm', detail: '', seconds: 1, requests: 0 },
  },
});
const failure = (code: Fault['code']): Reply => ({ ok: false, fault: { code, detail: '' } });

let state: PageState;
let asked: string[];

/** The model's answers by summary. */
async function score(replies: Readonly<Record<string, Reply>> = {}, during?: (summary: string) => void): Promise<void> {
  const one: ScoreOne = ({ source, summary }, { onProgress }) => {
    asked.push(`${source} ${summary}`);
    onProgress({ phase: 'read-summary', tokensDone: 1, tokensTotal: 1 });
    during?.(summary);
    return Promise.resolve(replies[summary] ?? done());
  };
  const scoreMany: Session['scoreMany'] = async (owner, work) => {
    state.$run.set({ kind: 'many', owner });
    await work(one);
    state.$run.set({ kind: 'idle' });
    return true;
  };
  await scoreComparison(state, { scoreMany } as Session);
}

beforeEach(() => {
  state = createPageState();
  asked = [];
  for (const summary of ['One.', 'Two.', 'Three.']) state.compareAlso({ source: 'Article.', summary });
});

it('scores one summary after another, and only what has no score', async () => {
  const kinds: string[] = [];
  await score({ 'Two.': done({ ...UNSCORABLE, normalisation: NORMALISATION }) }, () =>
    kinds.push(state.$compareRun.get().kind),
  );
  expect(asked).toEqual(['Article. One.', 'Article. Two.', 'Article. Three.']);
  expect([...kinds, state.$compareRun.get().kind]).toEqual(['running', 'running', 'running', 'idle']);

  const [first] = state.$comparison.get().summaries;
  state.editSummary(first?.id ?? '', { name: 'A new name alone' });
  await score();
  expect(asked).toHaveLength(3);
  state.editSummary(first?.id ?? '', { summary: 'One, edited.' });
  await score();
  expect(asked.slice(3)).toEqual(['Article. One, edited.']);
  state.changeSettings({ preset: 'quick' });
  await score();
  expect(asked.slice(4)).toEqual(['Article. One, edited.', 'Article. Two.', 'Article. Three.']);
});

it('scores equal summaries once', async () => {
  const id = state.addSummary('One.') ?? '';
  await score();
  expect(asked).toHaveLength(3);
  expect(state.$comparedScores.get()[id]?.texts.summary).toBe('One.');
});

it('goes on after a summary that fails, and not after an article that does', async () => {
  await score({ 'One.': failure('summary-too-long') });
  expect(asked).toHaveLength(3);
  const [first] = state.$comparison.get().summaries;
  expect(state.$compareFaults.get()[first?.id ?? '']).toMatchObject({ fault: { code: 'summary-too-long' } });

  state.editArticle('Longer.');
  asked = [];
  await score({ 'One.': failure('source-too-long') });
  expect(asked).toEqual(['Longer. One.']);
});

it('stops after the summary that runs, and says so; the score that was ready is kept', async () => {
  await score({}, () => {
    const run = state.$compareRun.get();
    if (run.kind === 'running') run.stop();
  });
  expect(asked).toEqual(['Article. One.']);
  expect(state.$compareRun.get()).toEqual({ kind: 'stopped' });
  expect(Object.keys(state.$comparedScores.get())).toHaveLength(1);
});

it('stops the loading of the model too, and only that', async () => {
  let cancelled = 0;
  const run = async (model: 'loading' | 'ready'): Promise<void> => {
    const scoreMany: Session['scoreMany'] = async (owner, work) => {
      state.$run.set({ kind: 'many', owner });
      await work(() => {
        if (model === 'loading') state.startLoading(0);
        else state.$model.set({ kind: 'ready', model: MODEL });
        const now = state.$compareRun.get();
        if (now.kind === 'running') now.stop();
        return Promise.resolve({ ok: true, value: { kind: 'cancelled' } });
      });
      state.$run.set({ kind: 'idle' });
      return true;
    };
    await scoreComparison(state, { scoreMany, cancelLoad: () => (cancelled += 1) } as unknown as Session);
    expect(state.$compareRun.get()).toEqual({ kind: 'stopped' });
  };
  await run('loading');
  expect(cancelled).toBe(1);
  await run('ready');
  expect(cancelled).toBe(1);
});

it('keeps a score with the texts that it was made of, whatever was edited or removed meanwhile', async () => {
  const [first, second] = state.$comparison.get().summaries;
  await score({}, (summary) => {
    if (summary !== 'One.') return;
    state.editSummary(first?.id ?? '', { summary: 'Edited meanwhile.' });
    state.removeSummary(second?.id ?? '');
  });
  expect(asked).toEqual(['Article. One.', 'Article. Three.']);
  expect(state.$comparedScores.get()[first?.id ?? '']?.texts.summary).toBe('One.');
});

it('says that the model is in use', async () => {
  await scoreComparison(state, { scoreMany: () => Promise.resolve(false) } as unknown as Session);
  expect(state.$compareRun.get()).toEqual({ kind: 'busy' });
});
