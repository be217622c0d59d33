/** Texts to token ids and back, with the model's own tokenizer.json. */
import { Tokenizer } from '@huggingface/tokenizers';
import * as v from 'valibot';
import type { TokenId } from '../../core/qagen-model.js';
import { QualsError } from '../../core/errors.js';
import { describeIssues } from '../model-files/manifest.js';
import { unicodePreTokenizer } from './unicode-pre-tokenizer.js';

const tokenizerSchema = v.looseObject({
  added_tokens: v.array(v.looseObject({ id: v.number(), content: v.string(), special: v.boolean() })),
});

export class TextTokenizer {
  private readonly tokenizer: Tokenizer;
  private readonly special: ReadonlySet<TokenId>;
  /** Added tokens of the vocabulary, other than special ones. */
  private readonly added: ReadonlyMap<TokenId, string>;

  /** `json` and `config`: tokenizer.json and tokenizer_config.json. Throws QualsError `model-damaged`. */
  constructor(json: unknown, config: unknown) {
    const parsed = v.safeParse(tokenizerSchema, json);
    if (!parsed.success) {
      throw new QualsError('model-damaged', `tokenizer.json: ${describeIssues(parsed.issues)}`);
    }
    const added = parsed.output.added_tokens;
    this.special = new Set(added.filter(({ special }) => special).map(({ id }) => id));
    this.added = new Map(added.filter(({ special }) => !special).map(({ id, content }) => [id, content]));
    try {
      // Without its added tokens, the tokenizer splits "<|im_end|>" in a person's text like any other characters.
      const pre_tokenizer = unicodePreTokenizer(parsed.output['pre_tokenizer']);
      this.tokenizer = new Tokenizer({ ...parsed.output, pre_tokenizer, added_tokens: [] }, config as object);
    } catch (error) {
      throw new QualsError('model-damaged', `tokenizer.json: ${String(error)}`, undefined, { cause: error });
    }
  }

  /** Special tokens that occur in `text` are plain characters. Lone surrogates become U+FFFD. */
  encode(text: string): readonly TokenId[] {
    return this.tokenizer.encode(replaceLoneSurrogates(text), { add_special_tokens: false }).ids;
  }

  /** Special tokens decode to ''. */
  decode(tokens: readonly TokenId[]): string {
    const plain = tokens.filter((token) => !this.special.has(token));
    const firstAdded = plain.findIndex((token) => this.added.has(token));
    if (firstAdded < 0) return this.decodeRun(plain);
    const content = this.added.get(plain[firstAdded] as TokenId) as string;
    return this.decodeRun(plain.slice(0, firstAdded)) + content + this.decode(plain.slice(firstAdded + 1));
  }

  private decodeRun(tokens: TokenId[]): string {
    return tokens.length === 0 ? '' : this.tokenizer.decode(tokens, { clean_up_tokenization_spaces: false });
  }
}

/** String.prototype.toWellFormed, which browsers of 2023 lack. */
function replaceLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
