/** Texts as people paste them, with a real tokenizer: what cannot be seen must not move the score. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MATCHED } from '../src/core/protocol.js';
import { scoreSummary } from '../src/core/quals/score-summary.js';
import type { Scored } from '../src/core/score.js';
import type { OnnxQAGenModel } from '../src/inference/onnx-qagen-model.js';
import { openNativeModel } from './model/open-native-model.js';

const ARTICLE = 'Tom sold 12 houses in Paris on Friday.\nAnna bought 93 books in Berlin, and her café opened.';
const SUMMARY = 'Tom sold 12 houses in Paris. Anna bought 93 books in Berlin for her café.';

let model: OnnxQAGenModel;
let plain: Scored;
beforeAll(async () => {
  model = await openNativeModel('public/models/tiny');
  plain = await score(ARTICLE, SUMMARY);
});
afterAll(() => model.release());

async function score(source: string, summary: string): Promise<Scored> {
  const protocol = { ...MATCHED, search: { ...MATCHED.search, paths: 6 } };
  const control = { checkpoint: () => Promise.resolve(), onProgress: () => undefined };
  const result = await scoreSummary(model, { source, summary, protocol }, control);
  if (result.kind !== 'scored') throw new Error('The tiny model keeps no pair of these texts.');
  return result;
}

const numbers = ({ quals, answerGap, pairs }: Scored): unknown => ({
  quals,
  answerGap,
  tokens: pairs.map(({ tokens }) => tokens),
});

describe('the score to the last digit', () => {
  it.each([
    ['a line break at the end', ARTICLE, `${SUMMARY}\n`],
    ['a blank at the end', ARTICLE, `${SUMMARY} `],
    ['a blank at the start', ARTICLE, ` ${SUMMARY}`],
    ['a byte-order mark', ARTICLE, `\ufeff${SUMMARY}`],
    ['soft hyphens', ARTICLE, SUMMARY.replace('houses', 'hou\u00adses').replace('books', 'bo\u00adoks')],
    ['zero-width spaces', ARTICLE, SUMMARY.replace('12', '\u200b12').replace('Berlin', 'Ber\u200blin')],
    ['word joiners', ARTICLE, SUMMARY.replace('93 ', '93\u2060 ')],
    ['no-break spaces', ARTICLE, SUMMARY.replace('12 houses', '12\u00a0houses').replace('93 books', '93\u202fbooks')],
    ['runs of blanks', ARTICLE, SUMMARY.replaceAll(' ', '  ')],
    ['letters in two parts', ARTICLE, SUMMARY.normalize('NFD')],
    ['every sentence three times', ARTICLE, `${SUMMARY} ${SUMMARY}\n${SUMMARY}`],
    ['a line break at the end of the article', `${ARTICLE}\n`, SUMMARY],
    ['an article with Windows line breaks and empty lines', ARTICLE.replace('\n', '\r\n \r\n'), SUMMARY],
    ['an article with soft hyphens', ARTICLE.replace('Friday', 'Fri\u00adday'), SUMMARY],
  ])('is the same with %s', async (_, source, summary) => {
    const found = await score(source, summary);
    expect(numbers(found)).toEqual(numbers(plain));
    const marked = found.pairs.map(({ answerSpans }) => answerSpans.map(({ start, end }) => summary.slice(start, end)));
    const wanted = plain.pairs.map(({ answerSpans }) => answerSpans.map(({ start, end }) => SUMMARY.slice(start, end)));
    const visible = (text: string): string => text.normalize('NFC').replace(/[\u00ad\u200b\u2060\ufeff]/gu, '');
    expect(marked.map((texts) => texts.map((text) => visible(text).replace(/\s+/gu, ' ')))).toEqual(wanted);
  });
});
