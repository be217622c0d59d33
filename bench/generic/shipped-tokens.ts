/** Special tokens of the shipped model, by their texts (shared with training/qagen/model/tokenizer.py). */
export const SHIPPED_TOKENS = { start: '<|im_start|>', separator: '<|im_end|>', end: '<|endoftext|>' } as const;
