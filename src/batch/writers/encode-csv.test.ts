import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { encodeCsv } from './encode-csv.js';

it('begins with a byte-order mark, and disarms formulas, also behind a line break', () => {
  const csv = encodeCsv(['id', 'text', 'value'], [{ id: 1, text: '=cmd()\n=cmd()', value: -0.5 }]);
  expect(csv.startsWith('\uFEFFid,text,value\r\n')).toBe(true);
  expect(csv).toContain(`1,"'=cmd()\n=cmd()",-0.5\r\n`);
});

it('gives texts, all digits of an id and missing values back', () => {
  const row = { id: 12345678901234567891n, text: 'a "quote", a comma\r\nand a line', none: null };
  const [, cells] = Papa.parse<string[]>(encodeCsv(['id', 'text', 'none'], [row]).slice(1)).data;
  expect(cells).toEqual(['12345678901234567891', row.text, '']);
});
