import { describe, expect, it } from 'vitest';
import { sketchPair, type Sketch } from './testing/sketch-pair.js';
import { tokenTexts } from './token-texts.js';

const end: Sketch = ['', 0.9, 0.9];
const sketch = (...texts: string[]): Sketch[] => texts.map((text): Sketch => [text, 0.5, 0.5]);

describe('texts of tokens', () => {
  it('finds the character that several tokens make up', () => {
    const pair = sketchPair(sketch('A', ' �', '�', ' b', '?'), end, sketch(' �', '�', '�'), end, {
      question: 'A 🥊 b?',
      answer: '🤼',
    });
    expect(tokenTexts(pair)).toEqual([
      { text: 'A' },
      { text: ' 🥊', piece: { number: 1, of: 2 } },
      { text: ' 🥊', piece: { number: 2, of: 2 } },
      { text: ' b' },
      { text: '?' },
      { text: '' },
      { text: ' 🤼', piece: { number: 1, of: 3 } },
      { text: ' 🤼', piece: { number: 2, of: 3 } },
      { text: ' 🤼', piece: { number: 3, of: 3 } },
      { text: '' },
    ]);
  });

  it('keeps the raw texts where they do not fit the pair', () => {
    const pair = sketchPair(sketch('A', ' �', ' c'), end, sketch(' d'), end, { question: 'something else' });
    expect(tokenTexts(pair).map(({ text }) => text)).toEqual(['A', ' �', ' c', '', ' d', '']);
  });
});
