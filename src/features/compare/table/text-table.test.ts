import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { toMarkdown, toTsv } from './text-table.js';

const HOSTILE = [
  'a\tb',
  'say "no"',
  'two\r\nlines',
  '=HYPERLINK("x")',
  '+1',
  '-1',
  '@a',
  '\t=1',
  'a | b',
  '<b>*c*</b>',
];
const TABLE = { header: ['Name | x', '=QUALS'], rows: HOSTILE.map((text, index) => [text, -0.8581234 - index]) };

it('gives a spreadsheet each cell whole, and no formula', () => {
  const { data } = Papa.parse<string[]>(toTsv(TABLE), { delimiter: '\t' });
  expect(data[0]).toEqual(['Name | x', "'=QUALS"]);
  expect(data.slice(1).map(([text]) => text)).toEqual([
    'a\tb',
    'say "no"',
    'two\r\nlines',
    '\'=HYPERLINK("x")',
    "'+1",
    "'-1",
    "'@a",
    "'\t=1",
    'a | b',
    '<b>*c*</b>',
  ]);
  // A number is no formula, and keeps its digits.
  expect(data[1]?.[1]).toBe('-0.8581234');
});

it('leaves a missing cell empty', () => {
  expect(toTsv({ header: ['a', 'b'], rows: [[undefined, 2]] })).toBe('a\tb\n\t2');
  expect(toMarkdown({ header: ['a', 'b'], rows: [[undefined, 2]] })).toBe('| a | b |\n| --- | ---: |\n|  | 2 |');
});

it('gives Markdown one line a row, with no markup from a cell', () => {
  const lines = toMarkdown(TABLE).split('\n');
  expect(lines).toHaveLength(2 + HOSTILE.length);
  expect(lines[0]).toBe('| Name \\| x | =QUALS |');
  expect(lines[4]).toBe('| two<br>lines | −2.858 |');
  expect(lines[10]).toBe('| a \\| b | −8.858 |');
  expect(lines[11]).toBe('| &lt;b&gt;\\*c\\*&lt;/b&gt; | −9.858 |');
});
