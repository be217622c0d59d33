import { expect, it } from 'vitest';
import { shapesOf } from './text-shape.js';

const PROSE =
  'The ferry Linnea ran aground near Torvik; its 84 passengers, two of them children, were rescued (none was hurt).';

it.each([
  [PROSE, []],
  [PROSE.toUpperCase(), ['capitals']],
  ['NATO, UN, EU and WHO', []],
  ['Team,Played,Won,Points\nRedmoor United,12,8,26\nCastle Vale,12,7,24', ['table']],
  ['Team | Points\n--- | ---\nRedmoor | 26', ['table']],
  ['Team\tPoints\nRedmoor\t26\nVale\t24', ['table']],
  ['He came, he saw, he won.\nShe came, she saw, she lost.\nThey came, they saw, they drew.', []],
  ['- Apples, pears and plums were sold, as in every year, at the market of Eichfeld in autumn.\n'.repeat(3), []],
  ['{"order": 5512, "customer": "Ines", "paid": false}', ['code']],
  ['[{"name": "lamp"}, {"name": "desk"', ['code']],
  ['def mean(values):\n    if not values:\n        return None\n    return sum(values) / len(values)', ['code']],
  ['const sum = 3;\nlet rest = 4;\nconsole.log(sum);', ['code']],
  ['For years the town hoped; it waited.\nIf it rains, we stay.\nReturn of the king.', []],
  ['<p>The ferry <b>Linnea</b> ran aground.</p>', ['markup']],
  ['**The ferry** ran *aground*.', ['markup']],
  ['The ferry ran aground.[1] Nobody was hurt.[2]', ['markup']],
  ['# Ferry\n\nIt ran aground.', ['markup']],
  ['See [the report](https://example.org/report).', ['markup']],
  ['Fish &amp; chips', ['markup']],
  ['3 < 5 and 7 > 5, he [Brekke] said *', []],
  ['', []],
])('%j: %j', (text, shapes) => {
  expect(shapesOf(text)).toEqual(shapes);
});
