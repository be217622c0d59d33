import { expect, it } from 'vitest';
import { readDroppedText } from './dropped-text.js';

const file = (name: string, content: string | Uint8Array<ArrayBuffer>, type = ''): File =>
  new File([content], name, { type });

it.each([
  [file('article.txt', 'The ferry ran aground.\n'), 'The ferry ran aground.\n'],
  [file('ARTICLE.MD', '# Ferry'), '# Ferry'],
  [file('page.html', '<p>Ferry</p>'), '<p>Ferry</p>'],
  [file('README', 'Ferry', 'text/plain;charset=utf-8'), 'Ferry'],
  [file('bom.txt', '\ufeffFähre'), 'Fähre'],
  [file('utf-16.txt', new Uint8Array([0xff, 0xfe, 0x46, 0x00, 0xe4, 0x00])), 'Fä'],
  [file('utf-16be.txt', new Uint8Array([0xfe, 0xff, 0x00, 0x46, 0x00, 0xe4])), 'Fä'],
])('reads $name', async (dropped, text) => {
  expect(await readDroppedText(dropped)).toEqual({ text });
});

it.each([
  [file('report.pdf', '%PDF-1.7', 'application/pdf'), /“report\.pdf” is not a text file/],
  [file('table.csv', 'a,b', 'text/csv'), /“table\.csv” is not a text file/],
  [file('latin-1.txt', new Uint8Array([0x46, 0xe4, 0x68])), /“latin-1\.txt” is not in UTF-8/],
  [file('image.txt', new Uint8Array([0x46, 0x00, 0x46])), /“image\.txt” is not in UTF-8/],
  [file('empty.txt', ' \n'), /“empty\.txt” is empty/],
  [file('book.txt', 'a'.repeat(5_000_001)), /“book\.txt” is too large/],
  [
    {
      ...{ name: 'gone.txt', type: '', size: 3 },
      arrayBuffer: () => Promise.reject(new Error('NotFoundError')),
    } as File,
    /“gone\.txt” cannot be read/,
  ],
])('refuses $name', async (dropped, problem) => {
  expect(await readDroppedText(dropped)).toEqual({ problem: expect.stringMatching(problem) as string });
});
