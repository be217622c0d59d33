/** Expected values: `krippendorff.alpha` of the Python package krippendorff 0.9.0, with its `value_domain`. */
import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from './krippendorff-alpha.js';

const NONE = undefined;
type Table = readonly (readonly (number | undefined)[])[];

/** From a table with a row for each annotator, as the package takes it. */
function unitsOf(table: Table, lowest = 0): number[][] {
  return (table[0] ?? []).map((_, unit) =>
    table.flatMap((row) => {
      const rating = row[unit];
      return rating === undefined ? [] : [rating - lowest];
    }),
  );
}

/** Krippendorff 2011, example C: four observers, twelve units, missing ratings. */
const BOOK: Table = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3],
  [NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE],
];
const THREE: Table = [
  [0, 0, 1, 2, 2, 0, 1, NONE, 0, 2],
  [0, 1, 1, 2, 2, 0, 2, 0, 0, 2],
  [0, 0, 1, 2, 0, NONE, 1, 1, 0, 2],
];
const TWO: Table = [
  [0, 0, 1, 2, 2],
  [0, 1, 1, 2, 0],
];
const OPPOSITE: Table = [
  [0, 2, 0, 2],
  [2, 0, 2, 0],
];

describe('Krippendorff’s alpha', () => {
  it.each([
    ['four annotators, missing ratings', unitsOf(BOOK, 1), 5, 0.743421052631579, 0.8153875037548814],
    ['three annotators, missing ratings', unitsOf(THREE), 3, 0.5764705882352941, 0.6672428839957035],
    ['two annotators', unitsOf(TWO), 3, 0.4545454545454545, 0.3326530612244897],
    ['two annotators of opposite opinion', unitsOf(OPPOSITE), 3, -0.75, -0.75],
  ])('%s', (_, units, values, nominal, ordinal) => {
    expect(krippendorffAlpha(units, values, 'nominal')).toBeCloseTo(nominal, 12);
    expect(krippendorffAlpha(units, values, 'ordinal')).toBeCloseTo(ordinal, 12);
  });

  it('counts a unit of weight 3 as three equal units', () => {
    const weights = Float64Array.of(2, 0, 1, 1, 3);
    expect(krippendorffAlpha(unitsOf(TWO), 3, 'nominal', weights)).toBeCloseTo(0.3389830508474576, 12);
    expect(krippendorffAlpha(unitsOf(TWO), 3, 'ordinal', weights)).toBeCloseTo(0.05668934240362833, 12);
  });

  it('has no value where all ratings are equal, nor where no unit has two', () => {
    expect(
      krippendorffAlpha(
        [
          [0, 0],
          [0, 0],
        ],
        3,
        'ordinal',
      ),
    ).toBeNaN();
    expect(krippendorffAlpha([[0], [1], [2]], 3, 'nominal')).toBeNaN();
  });
});
