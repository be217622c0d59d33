import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MODEL_ID } from '../../../cli/model/shipped-model.js';
import { TextTokenizer } from './tokenizer.js';

const read = (model: string, name: string): unknown =>
  JSON.parse(readFileSync(`public/models/${model}/${name}`, 'utf8'));

describe.each(['tiny', DEFAULT_MODEL_ID])('the tokenizer of %s', (model) => {
  const tokenizer = new TextTokenizer(read(model, 'tokenizer.json'), read(model, 'tokenizer_config.json'));
  const { tokens } = read(model, 'manifest.json') as { tokens: Record<'start' | 'separator' | 'end', number> };
  const special = Object.values(tokens);

  it('never makes special tokens of a text, and restores every assigned character', () => {
    const piece = fc.oneof(
      fc.constantFrom('<|im_start|>', '<|im_end|>', '<|endoftext|>', '<|', '|>', 'endoftext', '\u200b', '\u202e', '\0'),
      fc.string({ unit: 'binary' }),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const ids = tokenizer.encode(text);
        expect(ids.filter((id) => special.includes(id))).toEqual([]);
        expect(ids.every((id) => Number.isInteger(id))).toBe(true);
        // The real vocabulary lacks bytes that occur only in unassigned characters, and six control characters.
        if (!LOST.test(text)) expect(tokenizer.decode(ids)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('reads a lone surrogate as U+FFFD', () => {
    expect(tokenizer.encode('a\ud83d b\ude00')).toEqual(tokenizer.encode('a\ufffd b\ufffd'));
  });

  it('decodes special tokens, and nothing, to nothing', () => {
    expect(tokenizer.decode(special)).toBe('');
    expect(tokenizer.decode([])).toBe('');
    expect(tokenizer.decode([...tokenizer.encode('Who'), tokens.separator, ...tokenizer.encode(' me')])).toBe('Who me');
    expect(tokenizer.encode('')).toEqual([]);
  });

  it('keeps spaces as they are', () => {
    const text = " it 's  a 'test' , \n\n n't ! ";
    expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
  });
});

/** Characters without a token, here and in Python. Both tokenizers leave them out. */
// eslint-disable-next-line no-control-regex
const LOST = /[\p{Unassigned}\u0004\u0006\u0013\u0014\u0016\u001d]/u;

describe('the shipped tokenizer', () => {
  const tokenizer = new TextTokenizer(
    read(DEFAULT_MODEL_ID, 'tokenizer.json'),
    read(DEFAULT_MODEL_ID, 'tokenizer_config.json'),
  );

  // Ids from Python's tokenizers 0.23.3, encode_special_tokens on.
  it.each<[string, number[]]>([
    ['\u00bd a\u00b2', [16738, 253, 19133]],
    ['a \u0085b', [81, 216, 141, 223, 82]],
    ['\ufeffThe end', [186, 136, 140, 504, 1112]],
    ['a\u00a0 b', [81, 15442, 278]],
    ['\u0661\u0662\u0663', [164, 111, 164, 112, 164, 113]],
    ['\u2163 x', [173, 223, 113, 1792]],
    ["it's 'tis", [269, 506, 637, 34818]],
    ['a  b\n\n c', [81, 216, 278, 1116, 265]],
    ['<|im_end|>', [44, 108, 306, 79, 486, 108, 46]],
  ])('reads %j as Python does', (text, ids) => {
    expect(tokenizer.encode(text)).toEqual(ids);
  });
});

describe('a damaged tokenizer', () => {
  it.each([null, {}, { added_tokens: [] }])('%j is refused', (json) => {
    expect(() => new TextTokenizer(json, {})).toThrow(expect.objectContaining({ code: 'model-damaged' }) as Error);
  });
});
