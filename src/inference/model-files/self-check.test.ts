import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNativeModel } from '../../../cli/model/open-native-model.js';
import type { OnnxQAGenModel } from '../onnx-qagen-model.js';
import { checkModel, parseSelfCheck, type SelfCheck } from './self-check.js';

const expected = parseSelfCheck(readFileSync('public/models/tiny/self-check.json', 'utf8'));
let model: OnnxQAGenModel;
beforeAll(async () => {
  model = await openNativeModel('public/models/tiny');
});
afterAll(() => model.release());

/** The expected values with one number moved by `nats`. */
function moved(list: 'nextTokens' | 'forced', nats: number): SelfCheck {
  const copy = structuredClone(expected);
  const logProbs = copy[list].at(-1)?.logProbs;
  if (!logProbs) throw new Error(`self-check.json has no ${list}.`);
  logProbs[logProbs.length - 1] = (logProbs.at(-1) ?? 0) + nats;
  return copy;
}

describe('checkModel', () => {
  it('accepts a correct device, and one within the tolerance', async () => {
    await checkModel(model, expected);
    await checkModel(model, moved('forced', 1e-3));
  });

  it.each(['nextTokens', 'forced'] as const)('finds one wrong number in %s', async (list) => {
    const check = checkModel(model, moved(list, 0.01));
    await expect(check).rejects.toMatchObject({
      code: 'device-wrong',
      message: expect.stringMatching(/0\.0/) as string,
    });
  });

  it('finds a token that is not among the likeliest', async () => {
    const copy = structuredClone(expected);
    copy.nextTokens[0]?.tokens.splice(0, 1, 500);
    await expect(checkModel(model, copy)).rejects.toMatchObject({ code: 'device-wrong', message: /NaN/ });
  });

  it('finds NaN', async () => {
    await expect(checkModel(model, moved('forced', Number.NaN))).rejects.toMatchObject({ code: 'device-wrong' });
  });

  it('reports another tokenisation as damage, not as a wrong device', async () => {
    const copy = structuredClone(expected);
    copy.tokenisation[0]?.ids.push(5);
    await expect(checkModel(model, copy)).rejects.toMatchObject({ code: 'model-damaged' });
  });
});

describe('parseSelfCheck', () => {
  it.each(['<html>', '{}', '{"tokenisation": 3}'])('refuses %s', (text) => {
    expect(() => parseSelfCheck(text)).toThrow(expect.objectContaining({ code: 'model-damaged' }) as Error);
  });
});
