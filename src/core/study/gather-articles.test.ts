import { expect, it } from 'vitest';
import { gatherArticles } from './gather-articles.js';
import { pairSystems } from './pair-systems.js';

const row = (id: string | null, system: string, source: string, summary: string) => ({ id, system, source, summary });

it('rows of one article are one article, whatever their ids and order', () => {
  const { articles, systems, repeated } = gatherArticles([
    row('1', 'bart', 'Ferry.', 'A'),
    row('2', 'bart', 'Bridge.', 'B'),
    row('9', 'lead', 'Ferry.\n', 'C'),
    row('1', 'bart', 'Ferry.', 'D'),
  ]);
  expect(articles.map(({ id, source, summaries }) => [id, source, ...summaries])).toEqual([
    ['1', 'Ferry.', ['bart', 'A'], ['lead', 'C']],
    ['2', 'Bridge.', ['bart', 'B']],
  ]);
  expect(systems).toEqual([
    { name: 'bart', articles: 2 },
    { name: 'lead', articles: 1 },
  ]);
  expect(repeated).toBe(1);
});

it('different articles with the same id get different ones', () => {
  const { articles } = gatherArticles([
    row('a', 'x', 'One.', 'S'),
    row('a', 'x', 'Two.', 'S'),
    row(null, 'x', 'Three.', 'S'),
  ]);
  expect(articles.map(({ id }) => id)).toEqual(['a', 'a (2)', '3']);
});

it('equal summaries and single ones are counted apart from the items', () => {
  const { articles } = gatherArticles([
    row('1', 'x', 'One.', 'Same'),
    row('1', 'y', 'One.', 'Same '),
    row('2', 'x', 'Two.', 'This'),
    row('2', 'y', 'Two.', 'That'),
    row('3', 'x', 'Three.', 'Alone'),
  ]);
  expect(pairSystems(articles, ['y', 'x'])).toEqual({
    items: [{ id: '2', source: 'Two.', summaries: ['That', 'This'] }],
    same: ['1'],
    unpaired: 1,
  });
});
