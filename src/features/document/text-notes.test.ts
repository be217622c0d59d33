import { expect, it } from 'vitest';
import { notesOf } from './text-notes.js';

it.each([
  ['An article of some length.', 'A summary.', []],
  ['One text.', ' One text.\n', ['same']],
  ['Short.', 'Much longer than that.', ['exchanged']],
  ['日本語の記事です。', 'A summary', ['exchanged', 'other-script']],
  ['Статья о мосте через реку.', 'Мост закрыт.', ['other-script']],
  ['Der Fluß fließt: naïve Ærø, 24 %.', 'Fluß.', []],
  ['1 2 3 4', '👍', []],
  ['', 'A summary.', []],
  ['An article.', '  ', []],
])('%j, %j', (source, summary, notes) => {
  expect(notesOf({ source, summary })).toEqual(notes);
});
