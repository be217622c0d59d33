/** Special tokens that a tokenizer adds around every text, such as <s> and </s>. */
import type { Tokenizer } from '@huggingface/tokenizers';
import type { TokenId } from '../../core/qagen-model.js';

export interface TextFrame {
  readonly before: readonly TokenId[];
  readonly after: readonly TokenId[];
}

/** Any text works: the frame does not depend on it. */
const SAMPLE = 'a';

export function textFrame(tokenizer: Tokenizer): TextFrame {
  const text = tokenizer.encode(SAMPLE, { add_special_tokens: false }).ids;
  const framed = tokenizer.encode(SAMPLE).ids;
  const start = framed.findIndex((_, place) => text.every((token, index) => framed[place + index] === token));
  if (start < 0) throw new RangeError(`The tokenizer makes "${SAMPLE}" into ${framed.join()} and ${text.join()}.`);
  return { before: framed.slice(0, start), after: framed.slice(start + text.length) };
}
