/**
 * Pre-tokenizers with the behaviour of the tokenizers used in training (Rust and Python). tokenizers.js 0.2 differs: it
 * knows only the digits 0 to 9, and it uses JavaScript's white space, which has U+FEFF and lacks U+0085. In a custom pattern
 * it follows Unicode, so both are written as patterns here. Compared with Python on every assigned character: the ids are
 * equal, except where a byte is not in the vocabulary at all (U+0004). Both leave it out, and Python then
 * joins the neighbours.
 */

/** Words of GPT-2, the pattern inside `ByteLevel`. */
const GPT2_WORDS = String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`;

/** `preTokenizer`: from a tokenizer.json. Kinds that need no change are returned unchanged. */
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
