/** A language model of transformers.js as one thing: rows of tokens in, logits at each of them out, with a cache. */
import { Tensor } from '@huggingface/transformers';
import type { Tensor as OrtTensor } from 'onnxruntime-common';
import { QualsError } from '../../core/errors.js';
import type { TokenId } from '../../core/qagen-model.js';
import { cacheAfter, type CachedRows, type Tensors } from './cached-rows.js';
import { idTensor, ones } from './id-tensors.js';

/** The part of a transformers.js model that is used: `generate` knows no diverse beam search and gives no scores. */
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
   * A cache of one row that has read nothing, and what it must read before a question's first token. `text` has its
   * frame (the special tokens that stand around every text).
   */
  begin(text: readonly TokenId[]): Promise<{ readonly cache: CachedRows; readonly unread: readonly TokenId[] }>;
  /** Rows of equal length, at least one token each; row i goes on where row i of `cache` ends. */
  extend(cache: CachedRows, tokens: readonly (readonly TokenId[])[], wanted: WantedLogits): Promise<Reading>;
}

/** After the last token of each row, or after each. */
type WantedLogits = 'last' | 'all';

const NOTHING_READ: CachedRows = { rows: 1, length: 0, past: {}, encoded: {} };

/** The text is the beginning of the decoder's own tokens; `start`, often one token or none, closes it. */
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

/** The text goes through the encoder; the decoder begins with `start`. */
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
    // An empty one would be taken for a cache that is to be filled in place.
    past_key_values: cache.length > 0 ? { ...cache.past } : null,
    // Graphs that have this input leave the others out, at a great saving for a long text. 0: all.
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

/** Throws QualsError `model-incompatible` where they are not logits for rows of `newTokens`, or for the last of each. */
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
