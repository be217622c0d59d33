import { expect, it } from 'vitest';
import { MATCHED } from '../../core/protocol.js';
import type { ScoredPair, Span } from '../../core/score.js';
import { sketchPair } from '../testing/sketch-pair.js';
import { svgText } from './svg-text.js';
import { summaryPicture, type SummaryRequest } from './summary-picture.js';

const TEXT = 'Ann <b>met</b> Bob on Friday.\nThey spoke & left.';

/** A pair with a given score whose answer is `answer`. */
function pairOn(answer: string, quals: number): ScoredPair {
  const start = TEXT.indexOf(answer);
  const spans: Span[] = [{ start, end: start + answer.length }];
  const pair = sketchPair([['Who?', 0.5, 0.5]], ['', 0.9, 0.9], [[` ${answer}`, 0.9, 0.9]], ['', 0.9, 0.9], { spans });
  return { ...pair, quals };
}

const request: SummaryRequest = {
  text: TEXT,
  pairs: [pairOn('Bob on', -2.5), pairOn('Bob', -0.3)],
  verbatim: [],
  model: { id: 'tiny', version: '1' },
  protocol: MATCHED,
  quals: -1.4,
};
const measure = (text: string): number => text.length * 10;
const textsOf = (change: Partial<SummaryRequest> = {}): string[] =>
  summaryPicture({ ...request, ...change }, measure).shapes.flatMap((each) =>
    each.kind === 'text' ? [each.text] : [],
  );

it('holds every word, the pair numbers, the legend, the score and the model', () => {
  const texts = textsOf();
  for (const part of ['Ann', '<b>met</b>', 'Bob', 'on', 'Friday.', 'They', '&', '1', '2', 'below −2', '0 to −0.10'])
    expect(texts).toContain(part);
  expect(texts.join(' ')).toContain('QUALS of the summary −1.400. QUALS in the browser. QAGen model tiny 1');
});

it('marks the whole of an answer, also between its words and under the number of a shorter one', () => {
  const { shapes } = summaryPicture(request, measure);
  const rules = shapes.flatMap((each) => (each.kind === 'line' && each.role === 'gap-line6' ? [each] : []));
  // The legend has the last two lines. Each piece has two, one above the other.
  const pieces = rules.slice(0, -2).filter(({ y1 }) => y1 === rules[0]?.y1);
  for (const [index, { x2 }] of pieces.slice(0, -1).entries()) expect(pieces[index + 1]?.x1).toBe(x2);
  // "Bob": 30, its number: 10 + 4, a space: 10, "on": 20.
  expect((pieces.at(-1)?.x2 ?? 0) - (pieces[0]?.x1 ?? 0)).toBe(74);
});

it('breaks lines where the text does, and within its width', () => {
  const { shapes, width } = summaryPicture({ ...request, text: `${TEXT} ${'word '.repeat(200)}` }, measure);
  const words = shapes.flatMap((each) => (each.kind === 'text' && each.role === 'summary-text' ? [each] : []));
  const [friday, they] = ['Friday.', 'They'].map((word) => words.find(({ text }) => text === word));
  expect(they?.y).toBeGreaterThan(friday?.y ?? Infinity);
  expect(they?.x).toBe(24);
  for (const { x, text } of words) expect(x + measure(text)).toBeLessThanOrEqual(width - 24);
});

it('leaves a sentence that is in the article word for word unmarked', () => {
  const verbatim = [{ start: 0, end: TEXT.indexOf('\n') }];
  const { shapes } = summaryPicture({ ...request, verbatim }, measure);
  expect(shapes.filter(({ role }) => role === 'gap6')).toHaveLength(1);
  expect(textsOf({ verbatim }).join(' ')).toContain('A sentence that is in the article word for word is not marked');
});

it('sets a text that runs from right to left from the right', () => {
  const { shapes, width } = summaryPicture({ ...request, text: 'אבג דה', pairs: [] }, measure);
  const xs = shapes.flatMap((each) => (each.kind === 'text' && each.role === 'summary-text' ? [each.x] : []));
  expect(xs).toEqual([width - 24 - 30, width - 24 - 30 - 10 - 20]);
});

it('is SVG without markup of the text', () => {
  const svg = svgText(summaryPicture(request, measure), 'light');
  expect(svg).toContain('&lt;b&gt;met&lt;/b&gt;');
  expect(svg).not.toContain('<b>');
});
