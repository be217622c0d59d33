import { describe, expect, it } from 'vitest';
import { isAnswerIn, substringSpans, wholeWordSpans } from './answer-spans.js';

const cut = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('whole-word spans', () => {
  it.each([
    ['art', 'a party', []],
    ['party', 'a party.', ['party']],
    ['Lewis', "Lewis's son, LEWIS, lewisham", ['Lewis', 'LEWIS']],
    ['chink in his armour', 'a ‘chink in his armour’ ahead', ['chink in his armour']],
    ['“chink”', 'a chink', ['chink']],
    ['90', 'in front of 90,000 people', []],
    ['5', 'rose by 1.5 points', []],
    ['1.5', 'rose by 1.5.', ['1.5']],
    ['28', 'a 28-year-old', ['28']],
    ['$50', 'cost $50 then', ['$50']],
    ['strasse', 'Die Straße', ['Straße']],
    ['cafe\u0301', 'the café', ['café']],
    ['file', 'the ﬁle', ['ﬁle']],
    ['Ben', 'Big 🥊 Ben', ['Ben']],
    ['ha ha', 'Aha ha ha', ['ha ha']],
    ['Οδυσσέας', 'ο ΟΔΥΣΣΈΑΣ, ο Οδυσσέας', ['ΟΔΥΣΣΈΑΣ', 'Οδυσσέας']],
    ['...', 'well ...', []],
    ['', 'anything', []],
  ])('finds %j in %j as %j', (answer, text, expected) => {
    expect(cut(text, wholeWordSpans(answer, text))).toEqual(expected);
  });

  it('gives offsets into the original where folding changes lengths', () => {
    expect(wholeWordSpans('Fury', 'Straße ﬁn Fury')).toEqual([{ start: 10, end: 14 }]);
  });
});

describe('released substring rule', () => {
  it('compares raw lower-cased characters', () => {
    expect(isAnswerIn('ART', 'a party', 'released')).toBe(true);
    expect(isAnswerIn('', 'a party', 'released')).toBe(true);
    expect(isAnswerIn('cafe\u0301', 'the café', 'released')).toBe(false);
    expect(cut('a party', substringSpans('ART', 'a party'))).toEqual(['art']);
    expect(cut('ο Οδυσσέας', substringSpans('ΟΔΥΣΣΈΑΣ', 'ο Οδυσσέας'))).toEqual(['Οδυσσέας']);
  });
});
