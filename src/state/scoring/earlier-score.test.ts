import { describe, expect, it } from 'vitest';
import { MATCHED, PRESETS, RELEASED } from '../../core/protocol.js';
import type { Scored, Unscorable } from '../../core/score.js';
import { earlierScore, type ScoredTexts } from './earlier-score.js';

const FACTS = {
  protocol: MATCHED,
  model: { id: 'tiny', version: '1' },
  summaryTokens: 1,
  sourceTokens: 1,
  pairsWritten: 60,
  times: { readSummary: 0, writePairs: 0, readSource: 0, forceScore: 0, answer: 0 },
  dropped: [],
};
const scored = (summary: string, quals: number, facts: Partial<Scored> = {}, source = 'An article.'): ScoredTexts => ({
  texts: { source, summary },
  result: { ...FACTS, kind: 'scored', quals, answerGap: 0, pairs: [], ...facts },
});
const UNSCORABLE: Unscorable = { ...FACTS, kind: 'unscorable' };

const now = scored('Edited.', -0.8);

describe('the score of the last summary', () => {
  it('is that of the article’s last summary', () => {
    expect(earlierScore(now, [scored('As it was.', -1.2)])).toEqual({ summary: 'As it was.', quals: -1.2 });
  });

  it('is the first comparable one', () => {
    const before = [scored('Other article.', -3, {}, 'Another.'), scored('Shown.', -1), scored('Example.', -2)];
    expect(earlierScore(now, before)).toEqual({ summary: 'Shown.', quals: -1 });
  });

  it('stays when the same summary is scored again', () => {
    const again = { ...now, earlier: { summary: 'As it was.', quals: -1.2 } };
    expect(earlierScore(now, [again])).toEqual({ summary: 'As it was.', quals: -1.2 });
    expect(earlierScore(now, [now])).toBeUndefined();
  });

  it.each([
    ['another protocol', { protocol: RELEASED }],
    ['another preset', { protocol: { ...MATCHED, search: PRESETS.quick } }],
    ['another model', { model: { id: 'other', version: '1' } }],
    ['another version of the model', { model: { id: 'tiny', version: '2' } }],
    ['another text normalisation', { normalisation: 1 }],
  ])('is none of %s', (_, facts) => {
    expect(earlierScore(now, [scored('As it was.', -1.2, facts)])).toBeUndefined();
  });

  it('is none if either score has no number', () => {
    const texts = { source: 'An article.', summary: 'As it was.' };
    expect(earlierScore(now, [{ texts, result: UNSCORABLE }])).toBeUndefined();
    expect(earlierScore({ ...now, result: UNSCORABLE }, [scored('As it was.', -1.2)])).toBeUndefined();
    expect(earlierScore(now, [])).toBeUndefined();
  });
});
