/** SentencePiece vocabularies (T5) contain the special tokens as pieces: "</s>" in a text would become the end token. */
import type { TokenId } from '../../core/qagen-model.js';

interface TokenizerJson {
  readonly model: { readonly type?: string; readonly vocab: readonly (readonly [string, number])[] };
  readonly added_tokens: readonly { readonly id: TokenId; readonly special: boolean }[];
}

/** Occurs in no text: it is not a character. */
const UNREACHABLE = '\u{10FFFF}';

/** A tokenizer.json whose special pieces match no text; ids are unchanged. */
export function withoutSpecialPieces(json: object): object {
  const { model, added_tokens: added } = json as TokenizerJson;
  if (model.type !== 'Unigram') return json;
  const special = new Set(added.filter((token) => token.special).map(({ id }) => id));
  const vocab = model.vocab.map(([piece, score], id) => [special.has(id) ? UNREACHABLE + piece : piece, score]);
  return { ...json, model: { ...model, vocab } };
}
