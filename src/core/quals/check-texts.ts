/** Tokenises both texts, or throws early if they cannot be scored. */
import { QualsError } from '../errors.js';
import type { SearchSettings } from '../protocol.js';
import type { QAGenModel, TokenId } from '../qagen-model.js';

export interface EncodedTexts {
  readonly source: readonly TokenId[];
  readonly summary: readonly TokenId[];
}

/** Longest text in tokens: the context less the start token, the longest pair and its end token. */
export function textLimit(contextLength: number, { maxLength }: Pick<SearchSettings, 'maxLength'>): number {
  return contextLength - 1 - maxLength - 1;
}

/** Of normalised texts. Throws QualsError `source-empty`, `summary-empty`, `source-too-long` or `summary-too-long`. */
export function encodeTexts(model: QAGenModel, source: string, summary: string, search: SearchSettings): EncodedTexts {
  if (summary === '') throw new QualsError('summary-empty', 'The summary holds nothing that can be read.');
  if (source === '') throw new QualsError('source-empty', 'The article holds nothing that can be read.');
  const limit = textLimit(model.contextLength, search);
  const encode = (text: string, code: 'source-too-long' | 'summary-too-long'): readonly TokenId[] => {
    const tokens = model.encode(text);
    if (tokens.length <= limit) return tokens;
    throw new QualsError(code, `${tokens.length} tokens; the model reads ${limit}.`, { tokens: tokens.length, limit });
  };
  return { summary: encode(summary, 'summary-too-long'), source: encode(source, 'source-too-long') };
}
