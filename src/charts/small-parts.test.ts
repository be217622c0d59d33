import { describe, expect, it } from 'vitest';
import { text } from './chart-parts.js';
import { markAfterKey } from './mark-keys.js';
import { shorten } from './shorten.js';
import { staggered } from './stagger.js';

describe('keys', () => {
  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowDown', 9, 9],
    ['ArrowLeft', 0, 0],
    ['ArrowUp', 3, 2],
    ['Home', 7, 0],
    ['End', 2, 9],
    ['a', 2, undefined],
  ])('%s leads from %d to %s', (key, from, to) => {
    expect(markAfterKey(key, from, 10)).toBe(to);
  });
});

describe('shortening', () => {
  it('counts graphemes', () => {
    expect(shorten('chink', 5)).toBe('chink');
    expect(shorten('chinks', 5)).toBe('chin…');
    expect(shorten('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧…');
  });
});

describe('staggering', () => {
  const value = (x: number, y: number) => text('value', x, y, '−3.7', 'middle');

  it('moves overlapping texts down, and drops texts that do not fit', () => {
    // Four characters of 7 px: covering below 28 px apart.
    const placed = staggered([value(0, 50), value(20, 52), value(48, 50), value(20, 50)], 70);
    expect(placed.map(({ x, y }) => [x, y])).toEqual([
      [0, 50],
      [20, 64],
      [48, 50],
    ]);
  });
});
