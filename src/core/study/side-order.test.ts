import { describe, expect, it } from 'vitest';
import { sampleItems, sideAnswerOf, systemOfA, verdictOf } from './side-order.js';

const ITEMS = Array.from({ length: 2000 }, (_, index) => ({ id: `article ${index}` }));

function sidesOf(seed: string, annotator: string): readonly (0 | 1)[] {
  return ITEMS.map((item) => systemOfA({ seed }, { id: annotator }, item));
}

describe('the order of two summaries', () => {
  it('is the same whenever an annotator comes back', () => {
    expect(sidesOf('seed', 'ann')).toEqual(sidesOf('seed', 'ann'));
  });

  it.each([
    ['another annotator', 'seed', 'ben'],
    ['another seed', 'seed 2', 'ann'],
  ])('is another for %s', (_, seed, annotator) => {
    const [one, other] = [sidesOf('seed', 'ann'), sidesOf(seed, annotator)];
    const equal = one.filter((side, index) => side === other[index]).length;
    // Independent coins agree in half of 2,000 cases, with a standard deviation of 22.
    expect(Math.abs(equal - 1000)).toBeLessThan(90);
  });

  it('puts each system on the left in half of the cases', () => {
    const left = sidesOf('seed', 'ann').filter((side) => side === 1).length;
    expect(Math.abs(left - 1000)).toBeLessThan(90);
  });

  it('is not the same for neighbours: sides do not alternate or repeat in runs', () => {
    const sides = sidesOf('seed', 'ann');
    const changes = sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length;
    expect(Math.abs(changes - 1000)).toBeLessThan(90);
  });
});

it('an answer about sides becomes one about systems, and back', () => {
  expect([verdictOf('a', 0), verdictOf('a', 1), verdictOf('b', 0), verdictOf('equal', 1)]).toEqual([
    'first',
    'second',
    'second',
    'equal',
  ]);
  for (const ofA of [0, 1] as const) {
    for (const side of ['a', 'equal', 'b'] as const) expect(sideAnswerOf(verdictOf(side, ofA), ofA)).toBe(side);
  }
});

it('a sample keeps the order of the items, and the same seed draws the same', () => {
  const sample = sampleItems(ITEMS, 100, 'seed');
  expect(sample).toHaveLength(100);
  expect(ITEMS.filter((item) => sample.includes(item))).toEqual(sample);
  expect(sampleItems(ITEMS, 100, 'seed')).toEqual(sample);
  expect(sampleItems(ITEMS, 100, 'another')).not.toEqual(sample);
  expect(sampleItems(ITEMS, 5000, 'seed')).toEqual(ITEMS);
});
