/** A transformers.js language model behind one interface: rows of tokens in, logits out, with a KV cache. */
import { Tensor } from '@huggingface/transformers';
import type { Tensor as OrtTensor } from 'onnxruntime-common';
import { QualsError } from '../../core/errors.js';
import type { TokenId } from '../../core/qagen-model.js';
import { cacheAfter, type CachedRows, type Tensors } from './cached-rows.js';
import { idTensor, ones } from './id-tensors.js';

/** The used part of a transformers.js model. `generate` is not used: it has no diverse beam search and returns no scores. */
export interface TransformersModel {
  forward(inputs: Record<string, unknown>): Promise<Record<string, Tensor>>;
  readonly sessions: Readonly<Record<string, EncoderSession>>;
}

interface EncoderSession {
  readonly inputNames: readonly string[];
  run(feeds: Record<string, unknown>): Promise<Record<string, OrtTensor>>;
}

export interface Reading {
  readonly cache: CachedRows;
  /** float32 [rows, 1, vocabulary] after the last token, or [rows, newTokens, vocabulary]. */
  readonly logits: Float32Array;
  readonly vocabulary: number;
}

export interface Decoder {
  /**
   * An empty cache of one row, and the tokens to read before a question's first token. `text` includes its frame (the
   * tokenizer's special tokens around a text).
   */
  begin(text: readonly TokenId[]): Promise<{ readonly cache: CachedRows; readonly unread: readonly TokenId[] }>;
  /** Rows of equal length, at least one token each; row i continues row i of `cache`. */
  extend(cache: CachedRows, tokens: readonly (readonly TokenId[])[], wanted: WantedLogits): Promise<Reading>;
}

/** Logits after the last token of each row, or after each token. */
type WantedLogits = 'last' | 'all';

const NOTHING_READ: CachedRows = { rows: 1, length: 0, past: {}, encoded: {} };

/** Causal: the text is the beginning of the decoder's tokens, and `start` (often one token or none) follows it. */
export function causalDecoder(model: TransformersModel, start: readonly TokenId[]): Decoder {
  return {
    begin: (text) => Promise.resolve({ cache: NOTHING_READ, unread: [...text, ...start] }),
    extend: (cache, tokens, wanted) => {
      const columns = cache.length + (tokens[0]?.length ?? 0);
      return run(model, cache, tokens, wanted, {
        input_ids: idTensor(tokens),
        attention_mask: ones(tokens.length, columns),
      });
    },
  };
}

/** Sequence to sequence: the encoder reads the text, and the decoder begins with `start`. */
export function sequenceToSequenceDecoder(model: TransformersModel, start: readonly TokenId[]): Decoder {
  return {
    begin: async (text) => {
      const inputs: Tensors = { input_ids: idTensor([text]), attention_mask: ones(1, text.length) };
      const encoder = model.sessions['model'];
      if (!encoder) throw new QualsError('model-incompatible', 'The model has no encoder_model.onnx.');
      const feeds = encoder.inputNames.map((name) => [name, inputs[name]?.ort_tensor] as const);
      const states = (await encoder.run(Object.fromEntries(feeds)))['last_hidden_state'];
      if (!states) throw new QualsError('model-incompatible', 'encoder_model.onnx has no output last_hidden_state.');
      const encoded = {
        encoder_outputs: new Tensor(states.type, states.data, [...states.dims]),
        attention_mask: ones(1, text.length),
      };
      return { cache: { ...NOTHING_READ, encoded }, unread: start };
    },
    extend: (cache, tokens, wanted) =>
      run(model, cache, tokens, wanted, { ...cache.encoded, decoder_input_ids: idTensor(tokens) }),
  };
}

async function run(
  model: TransformersModel,
  cache: CachedRows,
  tokens: readonly (readonly TokenId[])[],
  wanted: WantedLogits,
  inputs: Tensors,
): Promise<Reading> {
  const outputs = await model.forward({
    ...inputs,
    // transformers.js would treat an empty cache object as one to fill in place.
    past_key_values: cache.length > 0 ? { ...cache.past } : null,
    // Graphs with this input compute logits only for the last tokens, which saves much time for a long text. 0: all.
    num_logits_to_keep: new Tensor('int64', [wanted === 'last' ? 1n : 0n], []),
  });
  const newTokens = tokens[0]?.length ?? 0;
  const { values, places, vocabulary } = logitsOf(outputs, tokens.length, newTokens, wanted);
  return {
    cache: cacheAfter(cache, newTokens, outputs),
    logits: wanted === 'last' && places > 1 ? lastPlaces(values, tokens.length, vocabulary) : values,
    vocabulary,
  };
}

/** Throws QualsError `model-incompatible` if the logits do not fit rows of `newTokens`, or the last token of each row. */
function logitsOf(outputs: Tensors, rows: number, newTokens: number, wanted: WantedLogits) {
  const { logits } = outputs;
  const [foundRows, places = 0, vocabulary = 0] = logits?.dims ?? [];
  const enough = places === newTokens || (wanted === 'last' && places === 1);
  if (!logits || foundRows !== rows || !enough) {
    const detail = `The model gave logits [${logits?.dims.join(', ') ?? ''}] for [${rows}, ${newTokens}] tokens.`;
    throw new QualsError('model-incompatible', detail);
  }
  return { values: logits.to('float32').data as Float32Array, places, vocabulary };
}

function lastPlaces(values: Float32Array, rows: number, vocabulary: number): Float32Array {
  const last = new Float32Array(rows * vocabulary);
  const rowLength = values.length / rows;
  for (let row = 0; row < rows; row++) {
    last.set(values.subarray((row + 1) * rowLength - vocabulary, (row + 1) * rowLength), row * vocabulary);
  }
  return last;
}
