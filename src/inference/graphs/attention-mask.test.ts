import { describe, expect, it } from 'vitest';
import { attentionMask, causal, UNSEEN } from './attention-mask.js';

const X = UNSEEN;

describe('attentionMask', () => {
  it('is causal over the past and the new tokens, and shows the prefix', () => {
    const shape = { rows: 1, newTokens: 2, prefixLength: 3, prefixSeen: true, pastLength: 1 };
    // prettier-ignore
    expect([...attentionMask(shape, causal(1))]).toEqual([
      0, 0, 0, 0, 0, X,
      0, 0, 0, 0, 0, 0,
    ]);
  });

  it('hides the placeholder of an empty prefix', () => {
    const shape = { rows: 1, newTokens: 2, prefixLength: 1, prefixSeen: false, pastLength: 0 };
    expect([...attentionMask(shape, causal(0))]).toEqual([X, 0, X, X, 0, 0]);
  });

  it('treats each row on its own', () => {
    const shape = { rows: 2, newTokens: 1, prefixLength: 1, prefixSeen: true, pastLength: 2 };
    const mask = attentionMask(shape, (row, _newToken, column) => column >= row);
    // prettier-ignore
    expect([...mask]).toEqual([
      0, 0, 0, 0,
      0, X, 0, 0,
    ]);
  });
});
