import { describe, expect, it } from 'vitest';
import { noteWords } from '../../../text/form/note-words.js';
import { notesOf, type TextNote } from './text-notes.js';

const named = (notes: readonly TextNote[]): string[] =>
  notes.map(({ kind, field }) => (field === undefined ? kind : `${kind} ${field}`));

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
  expect(named(notesOf({ source, summary }))).toEqual(notes);
});

describe('notes on texts as people paste them', () => {
  const ARTICLE =
    'The ferry Linnea ran aground on a sandbank outside Torvik harbour on Tuesday morning. All 84 passengers were rescued. Nobody ' +
    'was hurt, the harbour master said. He blamed a failed depth sounder. The route stays closed until Friday, and divers found no damage.';
  const SUMMARY = 'A failed depth sounder put the ferry Linnea on a sandbank; its 84 passengers were rescued.';
  const TABLE =
    'Team,Played,Won,Drawn,Lost,Points\nRedmoor United,12,8,2,2,26\nCastle Vale,12,7,3,2,24\nNorthgate,12,3,4,5,13';

  it.each([
    [ARTICLE, SUMMARY, []],
    [ARTICLE, "I'm sorry, but I cannot summarise this article.", ['refusal summary']],
    [ARTICLE, `Here is a summary of the article: ${SUMMARY}`, ['preamble summary']],
    [ARTICLE, SUMMARY.toUpperCase(), ['capitals summary']],
    [ARTICLE, `${SUMMARY} ${SUMMARY}`, ['repeated-sentences summary']],
    [ARTICLE, `${SUMMARY} ${'the ferry '.repeat(6)}`, ['repeated-words summary']],
    [ARTICLE, `<p>${SUMMARY}</p>`, ['markup summary']],
    [ARTICLE, `**${SUMMARY}**[1]`, ['markup summary']],
    [TABLE, 'Redmoor United lead with 26 points, two more than Castle Vale.', ['exchanged', 'table source']],
    [
      '{"order": 5512, "customer": "Ines Carvalho", "item": "lamp", "paid": false}',
      'Ines ordered a lamp.',
      ['code source'],
    ],
    [ARTICLE, 'Farmers in the delta plant a kind of rice that stands salt water.', ['little-in-common']],
    ['Page 1 of 1', SUMMARY, ['exchanged', 'little-in-common']],
  ])('%j, %j: %j', (source, summary, notes) => {
    expect(named(notesOf({ source, summary }))).toEqual(notes);
  });

  it('name a language once for both texts, and never for rows or code', () => {
    expect(named(notesOf({ source: ARTICLE, summary: SUMMARY }, ['source', 'summary']))).toEqual(['other-language']);
    expect(named(notesOf({ source: ARTICLE, summary: SUMMARY }, ['summary']))).toEqual(['other-language summary']);
    expect(named(notesOf({ source: TABLE, summary: 'Redmoor lead.' }, ['source']))).toEqual(['table source']);
  });

  it('say which text they are about', () => {
    expect(noteWords({ kind: 'capitals', field: 'summary' })).toMatch(/^The summary is in capital letters/);
    expect(noteWords({ kind: 'table', field: 'source' })).toMatch(/^The article contains a table/);
    expect(noteWords({ kind: 'other-language' })).toMatch(/^The texts seem/);
    expect(noteWords({ kind: 'other-language', field: 'source' })).toMatch(/^The article seems/);
  });
});
