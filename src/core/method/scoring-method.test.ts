import { describe, expect, it } from 'vitest';
import { MATCHED, PRESETS, RELEASED } from '../protocol.js';
import { describeMethod, methodOf, sameMethod, type ScoringMethod } from './scoring-method.js';

const MODEL = { id: 'qagen-smollm2-135m', version: '0.3.0' };
const method = methodOf(MATCHED, MODEL);

describe('sameMethod', () => {
  it('holds for equal methods, whatever objects hold them', () => {
    expect(sameMethod(method, JSON.parse(JSON.stringify(method)) as ScoringMethod)).toBe(true);
  });

  it.each<[string, ScoringMethod]>([
    ['another model', methodOf(MATCHED, { ...MODEL, id: 'other' })],
    ['another version of the model', methodOf(MATCHED, { ...MODEL, version: '0.3.1' })],
    ['another protocol', methodOf(RELEASED, MODEL)],
    ['another number of paths', methodOf({ ...MATCHED, search: PRESETS.quick }, MODEL)],
    ['another diversity strength', { ...method, search: { ...method.search, diversityStrength: 0.6 } }],
    ['another least length', { ...method, search: { ...method.search, minLength: 7 } }],
    ['another greatest length', { ...method, search: { ...method.search, maxLength: 61 } }],
    ['another soft cap', { ...method, softCap: 11 }],
    ['another text normalisation', { ...method, normalisation: 0 }],
  ])('is false for %s, and the descriptions differ', (_, other) => {
    expect(sameMethod(method, other)).toBe(false);
    expect(describeMethod(other)).not.toBe(describeMethod(method));
  });
});

describe('describeMethod', () => {
  it('is one phrase', () => {
    expect(describeMethod({ ...method, normalisation: 1 })).toBe(
      'qagen-smollm2-135m 0.3.0, matched protocol, 60 paths, text normalisation 1',
    );
  });

  it('names what is not standard', () => {
    const search = { paths: 1, diversityStrength: 1, minLength: 2, maxLength: 30 };
    expect(describeMethod({ ...method, search, softCap: 3, normalisation: 0 })).toBe(
      'qagen-smollm2-135m 0.3.0, matched protocol, 1 path, diversity strength 1, at least 2 tokens, at most 30 tokens, ' +
        'soft cap 3, no text normalisation',
    );
  });
});
