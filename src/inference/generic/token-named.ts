/** The one token that a person means by its text: a special one, or a plain one of the vocabulary. */
import type { Tokenizer } from '@huggingface/tokenizers';
import { QualsError } from '../../core/errors.js';
import type { TokenId } from '../../core/qagen-model.js';

/**
 * `role`: for the message. Throws QualsError `model-incompatible` where the text is several tokens, or none that the
 * model knows: QUALS splits, scores and draws pairs by token.
 */
export function tokenNamed(text: string, role: 'separator' | 'start', tokenizer: Tokenizer): TokenId {
  const named = tokenizer.token_to_id(text);
  if (named !== undefined) return named;
  const { ids } = tokenizer.encode(text, { add_special_tokens: false });
  const [only] = ids;
  // An unknown text becomes the unknown token, which then decodes to something else.
  const known = only !== undefined && ids.length === 1 && tokenizer.decode([only]).trim() === text.trim();
  if (known) return only;
  const detail = `The ${role} "${text}" must be one token of the model's vocabulary; it is ${ids.length || 'no'} of it.`;
  throw new QualsError('model-incompatible', detail);
}
