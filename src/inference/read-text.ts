/** Reading a text: its keys and values and those of the start token, computed once for all that follows. */
import type { Checkpoint, TokenId } from '../core/qagen-model.js';
import { causal } from './attention-mask.js';
import type { BodyGraph, BodyOutput } from './body-graph.js';
import { TOKENS_PER_RUN } from './graphs.js';
import { joinKeyValues, type KeyValues } from './key-values.js';
import type { OnnxRuntime } from './onnx-runtime.js';

export interface ReadPrefix {
  /** Keys and values of the text and the start token. */
  readonly keyValues: KeyValues;
  /** float32 [width], at the start token. */
  readonly startHidden: Float32Array;
}

/** Adds a chunk of one row to what has been read. Takes `soFar` over: it is disposed of, or part of the result. */
export type ReadChunk = (chunk: readonly TokenId[], soFar: KeyValues | undefined) => Promise<BodyOutput>;

/** `tokens` ends with the start token. `checkpoint` is called between chunks. */
export async function readTokens(
  readChunk: ReadChunk,
  width: number,
  tokens: readonly TokenId[],
  checkpoint: Checkpoint,
  onProgress?: (tokensDone: number, tokensTotal: number) => void,
): Promise<ReadPrefix> {
  let read: BodyOutput | undefined;
  try {
    for (let done = 0; done < tokens.length;) {
      await checkpoint();
      const chunk = tokens.slice(done, done + TOKENS_PER_RUN);
      read = await readChunk(chunk, read?.present);
      done += chunk.length;
      onProgress?.(done, tokens.length);
    }
  } catch (error) {
    read?.present.dispose();
    throw error;
  }
  if (!read) throw new RangeError('A text to read has at least the start token.');
  return { keyValues: read.present, startHidden: read.hidden.slice(-width) };
}

/** Keys and values on the GPU: the graph itself puts the chunk behind what has been read. */
export function readOnDevice(body: BodyGraph): ReadChunk {
  return async (chunk, soFar) => {
    const start = soFar?.length ?? 0;
    const output = await body.run({
      tokens: [chunk],
      positions: [chunk.map((_, place) => start + place)],
      prefix: undefined,
      past: soFar,
      parents: [0],
      sees: causal(start),
    });
    soFar?.dispose();
    return output;
  };
}

/** Keys and values in typed arrays: what has been read goes in as prefix, so that only the chunk's own come back. */
export function readInMemory(body: BodyGraph, runtime: OnnxRuntime): ReadChunk {
  return async (chunk, soFar) => {
    const start = soFar?.length ?? 0;
    const output = await body.run({
      tokens: [chunk],
      positions: [chunk.map((_, place) => start + place)],
      prefix: soFar,
      past: undefined,
      parents: [0],
      sees: causal(0),
    });
    if (!soFar) return output;
    return { ...output, present: joinKeyValues(runtime, body.architecture, soFar, output.present) };
  };
}
