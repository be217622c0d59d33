import { describe, expect, it } from 'vitest';
import { verbatimSentences } from './verbatim-sentences.js';

const ARTICLE =
  'The ferry ran aground on Tuesday. Nobody was hurt, the harbour master said. He denied that the instrument had failed.\n\n' +
  'The company said that it will be replaced.\u00a0Divers found no dam\u00adage to the hull';

function found(summary: string, article = ARTICLE) {
  const { spans, isAll } = verbatimSentences(summary, article);
  return { sentences: spans.map(({ start, end }) => summary.slice(start, end)), isAll };
}

describe('sentences that are in the article word for word', () => {
  it.each([
    ['Nobody was hurt, the harbour master said.', ['Nobody was hurt, the harbour master said.'], true],
    [' NOBODY was hurt, the\u00a0harbour master said ', ['NOBODY was hurt, the\u00a0harbour master said'], true],
    ['Divers found no damage to the hull!', ['Divers found no damage to the hull!'], true],
    [
      'Divers found no damage to the hull. The ferry ran aground on Tuesday.',
      ['Divers found no damage to the hull.', 'The ferry ran aground on Tuesday.'],
      true,
    ],
    ['- The ferry ran aground on Tuesday\n- Its hull has a hole', ['- The ferry ran aground on Tuesday'], false],
    ['Nobody was hurt. The ferry ran aground on Tuesday.', ['The ferry ran aground on Tuesday.'], false],
    // A part of a sentence may say the opposite of the whole.
    ['The instrument had failed.', [], false],
    ['The ferry ran aground on Thursday.', [], false],
    ['Is it so?', [], false],
    ['', [], false],
    ['…', [], false],
  ])('of %j: %j', (summary, sentences, isAll) => {
    expect(found(summary)).toEqual({ sentences, isAll });
  });

  it('compares whole sentences, also around an abbreviation', () => {
    const article = 'The prize went to Mr. Smith. The jury also praised Mr. Jones.';
    expect(found('The prize went to Mr. Jones.', article)).toEqual({ sentences: [], isAll: false });
    expect(found('The jury also praised Mr. Jones.', article).isAll).toBe(true);
    const abroad = 'The talks took place in the U.S. Nobody was hurt in the crash.';
    expect(found('Nobody was hurt in the crash.', abroad).isAll).toBe(true);
  });

  it('reads lines of a fixed length as one sentence', () => {
    const article = 'The ferry ran\naground on Tuesday.\nNobody was hurt.';
    expect(found('The ferry ran aground on Tuesday.', article).isAll).toBe(true);
    expect(found('The ferry ran aground\non Tuesday. Nobody\nwas hurt.', article).isAll).toBe(true);
  });
});
