/**
 * Pre-tokenizers as the tokenizers that the model was trained with understand them (Rust and Python). tokenizers.js 0.2
 * knows digits from 0 to 9 alone, and JavaScript's white space, which has U+FEFF and lacks U+0085; in a pattern of
 * one's own it follows Unicode, so both are written out as patterns. Compared with Python on every assigned character:
 * the same ids, but where a byte is not in the vocabulary at all (U+0004), which both leave out, and after which Python
 * joins the neighbours.
 */

/** GPT-2's words, the pattern inside `ByteLevel`. */
const GPT2_WORDS = String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`;

/** `preTokenizer`: that of a tokenizer.json. Kinds that need no change come back as they are. */
export function unicodePreTokenizer(preTokenizer: unknown): unknown {
  if (typeof preTokenizer !== 'object' || preTokenizer === null) return preTokenizer;
  const settings = preTokenizer as Record<string, unknown>;
  switch (settings['type']) {
    case 'Digits':
      return splitAt(settings['individual_digits'] ? String.raw`\p{N}` : String.raw`\p{N}+`);
    case 'ByteLevel':
      if (settings['use_regex'] === false || settings['add_prefix_space'] === true) return settings;
      return { type: 'Sequence', pretokenizers: [splitAt(GPT2_WORDS), { ...settings, use_regex: false }] };
    case 'Sequence':
      return { ...settings, pretokenizers: (settings['pretokenizers'] as unknown[]).map(unicodePreTokenizer) };
    default:
      return settings;
  }
}

function splitAt(pattern: string): object {
  return { type: 'Split', pattern: { Regex: pattern }, behavior: 'Isolated', invert: false };
}
