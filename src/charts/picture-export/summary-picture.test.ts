import { expect, it } from 'vitest';
import { MATCHED } from '../../core/protocol.js';
import type { ScoredPair, Span } from '../../core/score.js';
import { type Sketch, sketchPair } from '../testing/sketch-pair.js';
import { svgText } from './svg-text.js';
import { summaryPicture, type SummaryRequest } from './summary-picture.js';

const TEXT = 'Ann <b>met</b> Bob on Friday.\nThey spoke & left.';

/** A pair whose answer is `answer`; each of its words is `factor` times less likely given the article. */
function pairOn(answer: string, factor: number): ScoredPair {
  const start = TEXT.indexOf(answer);
  const spans: Span[] = [{ start, end: start + answer.length }];
  const words = answer.split(' ').map((word): Sketch => [` ${word}`, 0.9, 0.9 / factor]);
  return sketchPair([['Who?', 0.5, 0.5]], ['', 0.9, 0.9], words, ['', 0.9, 0.9], { spans });
}

const request: SummaryRequest = {
  text: TEXT,
  pairs: [pairOn('Bob on', 20_000), pairOn('Bob', 3)],
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
  for (const part of ['Ann', '<b>met</b>', 'Bob', 'on', 'Friday.', 'They', '&', '1', '2', 'over 10,000', 'to 10,000'])
    expect(texts).toContain(part);
  expect(texts.join(' ')).toContain('QUALS of the summary −1.400. QUALS in the browser. QAGen model tiny 1');
});

it('marks the words of an answer, and underlines it as a whole, also under the number of a shorter one', () => {
  const { shapes } = summaryPicture(request, measure);
  const words = shapes.flatMap((each) => (each.kind === 'rect' && each.role === 'gap6' ? [each] : []));
  // "Bob" and "on", and the legend's last step.
  expect(words.map(({ width }) => width)).toEqual([30, 20, 80]);
  const isRule = (role: string): boolean => role === 'gap-line6' || role === 'gap-line0';
  const rules = shapes.flatMap((each) => (each.kind === 'line' && isRule(each.role) ? [each] : []));
  const lowest = rules[0]?.y1 ?? 0;
  const own = rules
    .filter(({ y1 }) => Math.abs(y1 - lowest) < 5 && Math.abs(y1 - lowest) !== 4)
    .sort((a, b) => a.x1 - b.x1);
  for (const [index, { x2 }] of own.slice(0, -1).entries()) expect(own[index + 1]?.x1).toBe(x2);
  // "Bob": 30, its number: 10 + 4, a space: 10, "on": 20.
  expect((own.at(-1)?.x2 ?? 0) - (own[0]?.x1 ?? 0)).toBe(74);
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
