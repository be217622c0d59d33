import { describe, expect, it } from 'vitest';
import { MATCHED } from '../../core/protocol.js';
import { figurePicture, type FigureRequest } from './export-picture.js';
import { escapeXml, svgText } from './svg-text.js';
import { sketchPair } from '../testing/sketch-pair.js';
import { wrapLines } from './wrap-lines.js';

const pair = sketchPair(
  [
    ['Who', 0.5, 0.5],
    [' <b>', 0.5, 0.5],
    [' &', 0.5, 0.5],
    ['?', 0.5, 0.5],
  ],
  ['', 0.9, 0.9],
  [[' Ann', 0.9, 0.0009]],
  ['', 0.9, 0.9],
);
const request: FigureRequest = {
  pairs: [
    { label: 'A', caption: 'Pair 1 of 2', pair },
    { label: 'B', caption: 'Pair 2 of 2', pair },
  ],
  scale: 'log',
  extent: 'all',
  unit: 'word',
  model: { id: 'qagen-135m', version: '1.0.0' },
  protocol: MATCHED,
  quals: -0.858,
};
const measure = (text: string): number => text.length * 6;

describe('exported figure', () => {
  const picture = figurePicture(request, measure);
  const texts = picture.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  const said = texts.join(' ');

  it('explains itself: legend, question, answer, score, model, version, protocol', () => {
    for (const words of ['given the summary', 'given the article', 'Who <b> &?', 'Ann', 'Pair 2 of 2'])
      expect(texts).toContain(words);
    // ln .001 over 7 tokens.
    expect(texts.filter((text) => text === '−0.987')).toHaveLength(2);
    for (const words of ['qagen-135m 1.0.0', 'matched protocol, 60 paths', 'QUALS of the summary −0.858'])
      expect(said).toContain(words);
    expect(picture.description).toContain('A: Who <b> &? Ann, score −0.987.');
  });

  it('sets a caption behind its letter, and without one at the edge', () => {
    const place = (label: string): number[] => {
      const { shapes } = figurePicture({ ...request, pairs: [{ label, caption: 'Pair 1', pair }] }, measure);
      return ['Pair 1', 'Who <b> &?']
        .map((words) => shapes.find((s) => s.kind === 'text' && s.text === words))
        .map((s) => (s?.kind === 'text' ? s.x : NaN));
    };
    const [behind = NaN, question = NaN] = place('A');
    expect(behind - question).toBe(26);
    const [alone, under] = place('');
    expect(alone).toBe(under);
  });

  it('keeps everything inside its edges', () => {
    for (const shape of picture.shapes) {
      if (shape.kind !== 'rect') continue;
      expect(shape.x).toBeGreaterThanOrEqual(0);
      expect(shape.x + shape.width).toBeLessThanOrEqual(picture.width);
      expect(shape.y + shape.height).toBeLessThanOrEqual(picture.height);
    }
  });

  it('is SVG text with its colours and fonts inside', () => {
    const light = svgText(picture, 'light');
    expect(light.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(light).toContain('Who &lt;b&gt; &amp;?');
    expect(light).not.toContain('var(');
    expect(light).not.toContain('<b>');
    expect(light).toContain('fill="#0072b2"');
    expect(light).toContain("font-family=\"Charter, 'Bitstream Charter'");
    expect(svgText(picture, 'dark')).toContain('fill="#3d9bd8"');
  });

  it('writes only what XML can hold', () => {
    expect(escapeXml('a\u0000b\ud800c"<&>')).toBe('a\uFFFDb\uFFFDc&quot;&lt;&amp;&gt;');
    expect(escapeXml('🥊 \t\n')).toBe('🥊 \t\n');
  });
});

describe('wrapping', () => {
  it('breaks at spaces', () => {
    expect(wrapLines('aa bb cc', 30, measure)).toEqual(['aa bb', 'cc']);
    expect(wrapLines('incomprehensible a', 30, measure)).toEqual(['incomprehensible', 'a']);
    expect(wrapLines('', 30, measure)).toEqual([]);
  });
});
