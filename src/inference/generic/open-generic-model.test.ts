/** Defects of a user's model are reported early and by name. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGenericModel } from './open-generic-model.js';

let location: string;
beforeEach(async () => {
  location = await mkdtemp(join(tmpdir(), 'quals-generic-'));
  await cp(resolve('training/golden/generic/bart'), location, { recursive: true });
});
afterEach(() => rm(location, { recursive: true }));

const open = (separator = '|', start?: string) => openGenericModel({ location, fromHub: false, separator, start });

async function change(file: string, values: Record<string, unknown>): Promise<void> {
  const path = join(location, file);
  const json = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  await writeFile(path, JSON.stringify({ ...json, ...values }));
}

describe('openGenericModel', () => {
  it('finds start, separator and end in the configuration', async () => {
    const model = await open();
    // </s> starts the decoder and <s> is forced after it: the second must not be generated again.
    expect(model.tokens).toEqual({ start: 0, separator: model.encode('|')[0], end: 2 });
    expect(model.contextLength).toBe(512);
    expect(location.endsWith(model.id)).toBe(true);
  });

  it('allows the end token if it also starts the decoder', async () => {
    await change('generation_config.json', { forced_bos_token_id: null });
    const { start, end } = (await open()).tokens;
    expect(start).not.toBe(end);
    expect(start).toBeLessThan(0);
  });

  it('uses the start token that a person names', async () => {
    await change('generation_config.json', { forced_bos_token_id: null });
    const [named, configured] = await Promise.all([open('|', '<pad>'), open()]);
    expect(named.tokens.start).toBe(1);
    const first = async (model: Awaited<ReturnType<typeof open>>): Promise<number> => {
      const prefix = await model.readText(model.encode('Tom sold 93 houses.'), () => Promise.resolve());
      return (await prefix.openPaths([[]], 1)).next.logProbs[0] ?? Number.NaN;
    };
    expect(Math.abs((await first(named)) - (await first(configured)))).toBeGreaterThan(1e-3);
  });

  it.each([
    ['Where did', /separator "Where did" must be one token of the model's vocabulary; it is \d+ of it/],
    ['</s>', /separator is the end token/],
    ['<s>', /separator is the start token/],
  ])('refuses the separator %s', async (separator, reason) => {
    await expect(open(separator)).rejects.toMatchObject({ code: 'model-incompatible', message: expect.stringMatching(reason) as string }); // prettier-ignore
  });

  it.each([
    ['config.json', { max_position_embeddings: null }, /max_position_embeddings/],
    ['generation_config.json', { eos_token_id: 'end' }, /eos_token_id/],
  ])('names what %s lacks', async (file, values, reason) => {
    await change(file, values);
    await expect(open()).rejects.toMatchObject({ code: 'model-incompatible', message: expect.stringMatching(reason) as string }); // prettier-ignore
  });

  it('names missing or damaged files, and downloads nothing instead', async () => {
    await writeFile(join(location, 'onnx', 'encoder_model.onnx'), 'not a graph');
    await expect(open()).rejects.toMatchObject({ code: 'model-damaged' });
    await rm(join(location, 'onnx', 'encoder_model.onnx'));
    await expect(open()).rejects.toMatchObject({ message: expect.stringContaining('encoder_model.onnx') as string });
    await rm(join(location, 'tokenizer.json'));
    await expect(open()).rejects.toMatchObject({ code: 'model-not-found' });
  });
});
