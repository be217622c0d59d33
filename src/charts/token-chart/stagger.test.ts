import { expect, it } from 'vitest';
import { text } from './chart-parts.js';
import { staggered } from './stagger.js';

const value = (x: number, y: number) => text('value', x, y, '−3.7', 'middle');

it('moves a text that would cover another down, and leaves out a text that does not fit', () => {
  // Four characters of 7 px: covering below 28 px apart.
  const placed = staggered([value(0, 50), value(20, 52), value(48, 50), value(20, 50)], 70);
  expect(placed.map(({ x, y }) => [x, y])).toEqual([
    [0, 50],
    [20, 64],
    [48, 50],
  ]);
});
