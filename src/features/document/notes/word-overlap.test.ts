import { expect, it } from 'vitest';
import { haveLittleInCommon } from './word-overlap.js';

const ARTICLE = 'Farmers in the delta plant a rice that stands salt water. It yields 5.1 tonnes a hectare.';

it.each([
  ['Rice that farmers are planting in a delta stands salty water.', false],
  // Two of eight content words ("near" is none): "plant" and "rice".
  ['Planting rice, ferries sank near Torvik: passengers rescued, harbour.', false],
  // One of nine.
  ['Rice ferries sank near Torvik: passengers rescued, harbour closed by divers.', true],
  ['A ferry ran aground near Torvik early on Tuesday and 84 passengers were rescued.', true],
  ['It sank.', false],
  ['', false],
])('%j: %s', (summary, little) => {
  expect(haveLittleInCommon(summary, ARTICLE)).toBe(little);
});
