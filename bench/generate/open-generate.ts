/** Opens the model and its vocabulary with transformers.js, for `generate`. */
import { AutoModelForCausalLM, AutoTokenizer, env, type PreTrainedModel } from '@huggingface/transformers';
import type { QAGenModel, TokenId } from '../../src/core/qagen-model.js';
import { SHIPPED_TOKENS } from '../generic/shipped-tokens.js';

export interface OpenGenerate {
  readonly model: PreTrainedModel;
  readonly vocabulary: Pick<QAGenModel, 'encode' | 'decode' | 'tokens'>;
}

/** `location`: a folder that `writeCausalModel` wrote; nothing is downloaded. */
export async function openGenerate(location: string): Promise<OpenGenerate> {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  const tokenizer = await AutoTokenizer.from_pretrained(location);
  const model = await AutoModelForCausalLM.from_pretrained(location, { dtype: 'fp32' });
  const encode = (text: string): TokenId[] => tokenizer.encode(text, { add_special_tokens: false });
  const idOf = (token: string): TokenId => {
    const [id, ...others] = encode(token);
    if (id === undefined || others.length > 0) throw new Error(`${token} is no token of ${location}.`);
    return id;
  };
  const { start, separator, end } = SHIPPED_TOKENS;
  return {
    model,
    vocabulary: {
      encode,
      decode: (tokens) => tokenizer.decode([...tokens], { skip_special_tokens: true }),
      tokens: { start: idOf(start), separator: idOf(separator), end: idOf(end) },
    },
  };
}
