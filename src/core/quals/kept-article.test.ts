import { expect, it } from 'vitest';
import { MATCHED } from '../protocol.js';
import { SPECIAL, TableModel } from '../testing/table-model.js';
import { KeptArticle } from './kept-article.js';
import { scoreSummary } from './score-summary.js';

// "Who" separator, name, end. The name is the text's first word nine times in ten.
const VOCABULARY = ['', '', '', 'Ann', 'Bob', 'Who', 'sings'];
const [ANN, BOB, WHO, SINGS] = [3, 4, 5, 6];
const protocol = { ...MATCHED, search: { paths: 1, diversityStrength: 0.5, minLength: 2, maxLength: 8 } };
const control = { checkpoint: async () => undefined, onProgress: () => undefined };

function model(mostKeptTokens?: number): TableModel {
  const certain = (token: number): number[] =>
    VOCABULARY.map((_, id) => (id === token ? 0.9 : id === SPECIAL.start ? 0 : 0.02));
  return new TableModel(
    VOCABULARY,
    (text, path) => {
      const last = path.at(-1);
      if (last === undefined) return certain(WHO);
      if (last === WHO) return certain(SPECIAL.separator);
      return certain(last === SPECIAL.separator ? (text[0] as number) : SPECIAL.end);
    },
    8192,
    mostKeptTokens,
  );
}

it('is read once for all its summaries, which score as they do without it', async () => {
  const subject = model();
  const article = new KeptArticle(subject);
  const source = 'Bob sings';
  for (const summary of ['Ann sings', 'Bob', 'Ann']) {
    const kept = await scoreSummary(subject, { source, summary, protocol }, control, article.open(source));
    const alone = await scoreSummary(model(), { source, summary, protocol }, control);
    expect({ ...kept, times: alone.times }).toEqual(alone);
  }
  expect(subject.prefilled).toEqual([[ANN, SINGS], [BOB, SINGS], [BOB], [ANN]]);
  article.release();
  article.release();
  expect(subject.open).toBe(0);
});

it('gives way to the next article, and is read anew when it comes back', async () => {
  const subject = model();
  const article = new KeptArticle(subject);
  for (const source of ['Bob', 'Ann', 'Bob', 'Bob']) {
    (await article.open(source)?.read(control.checkpoint))?.release();
  }
  expect(subject.prefilled).toEqual([[BOB], [ANN], [BOB]]);
  expect(subject.open).toBe(1);
});

it('is the normalised text, as the score reads it', () => {
  const article = new KeptArticle(model());
  expect(article.open('\ufeff Bo\u00adb  sings\n')?.tokens).toEqual([BOB, SINGS]);
});

it('is not kept where it is longer than the model allows', async () => {
  const subject = model(1);
  const article = new KeptArticle(subject);
  expect(article.open('Bob')?.tokens).toEqual([BOB]);
  expect(article.open('Bob sings')).toBeUndefined();
  expect(subject.open).toBe(0);
  const result = await scoreSummary(subject, { source: 'Bob sings', summary: 'Ann', protocol }, control, undefined);
  expect(result.kind).toBe('scored');
});

it('must be the article that is scored', async () => {
  const subject = model();
  const other = new KeptArticle(subject).open('Ann');
  const run = scoreSummary(subject, { source: 'Bob', summary: 'Ann', protocol }, control, other);
  await expect(run).rejects.toThrow('another article');
});
