import { expect, it } from 'vitest';
import { passagesOf } from './passages.js';

const texts = (source: string): string[] => passagesOf(source).map(({ start, end }) => source.slice(start, end));

it('takes paragraphs, with one line break between them or several', () => {
  expect(texts('  One.\nTwo is here.\r\n\r\n \nThree. ')).toEqual(['One.', 'Two is here.', 'Three.']);
});

it('cuts a long paragraph at the ends of sentences', () => {
  const sentence = `The ${'word '.repeat(38)}word. `; // 200 characters
  const cut = texts(sentence.repeat(5));
  expect(cut).toHaveLength(3);
  expect(cut.join(' ')).toBe(sentence.repeat(5).trim());
});

it('leaves one endless line whole', () => {
  expect(texts('x'.repeat(5000))).toEqual(['x'.repeat(5000)]);
});

it('finds nothing in white space', () => {
  expect(texts(' \n\n ')).toEqual([]);
});
