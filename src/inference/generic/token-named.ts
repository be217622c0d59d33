/** Finds the one token with a given text: a special token, or a plain one of the vocabulary. */
import type { Tokenizer } from '@huggingface/tokenizers';
import { QualsError } from '../../core/errors.js';
import type { TokenId } from '../../core/qagen-model.js';

/**
 * `role`: for the message. Throws QualsError `model-incompatible` if the text is several tokens or an unknown one: QUALS splits,
 * scores and draws pairs by token.
 */
export function tokenNamed(text: string, role: 'separator' | 'start', tokenizer: Tokenizer): TokenId {
  const named = tokenizer.token_to_id(text);
  if (named !== undefined) return named;
  const { ids } = tokenizer.encode(text, { add_special_tokens: false });
  const [only] = ids;
  // The tokenizer maps an unknown text to the unknown token, which decodes to a different text.
  const known = only !== undefined && ids.length === 1 && tokenizer.decode([only]).trim() === text.trim();
  if (known) return only;
  const detail = `The ${role} "${text}" must be one token of the model's vocabulary; it is ${ids.length || 'no'} of it.`;
  throw new QualsError('model-incompatible', detail);
}
