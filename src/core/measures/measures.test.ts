import { expect, it } from 'vitest';
import { namedMeasures, rougeIn } from './measures.js';

const rouge = { rouge1: 0.5, rouge2: 0.25, rougeL: 0.4 };

it('gives every measure that has a value its name, and leaves out the others', () => {
  const all = namedMeasures({ rouge, agreement: 0, sourceLogProb: -1.5 });
  expect(all).toEqual({ ...rouge, agreement: 0, sourceLogProb: -1.5 });
  expect(rougeIn(all)).toEqual(rouge);
  expect(namedMeasures({ rouge, agreement: undefined, sourceLogProb: undefined })).toEqual(rouge);
});

it.each(Object.keys(rouge))('gives no ROUGE of a result without %s', (name) => {
  expect(rougeIn({ ...rouge, [name]: undefined } as unknown as Record<string, number>)).toBeUndefined();
});
