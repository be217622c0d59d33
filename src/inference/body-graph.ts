/** The body: token ids in, hidden states out (docs/model-format.md). Each device keeps its KV cache in its own way. */
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { QualsError } from '../core/errors.js';
import type { TokenId } from '../core/qagen-model.js';
import { attentionMask, type SeesOwnColumn } from './attention-mask.js';
import { emptyKeyValues, type KeyValues } from './key-values.js';
import type { Architecture } from './manifest.js';
import type { OnnxRuntime } from './onnx-runtime.js';

export interface RowsInput {
  /** Rows of equal length, at least one token each. */
  readonly tokens: readonly (readonly TokenId[])[];
  /** Position of each token in the whole sequence; the prefix comes first. */
  readonly positions: readonly (readonly number[])[];
  /** Own columns: tokens of the row, then the new tokens. */
  readonly sees: SeesOwnColumn;
}

/** Rows behind one shared prefix. They do not own the prefix. */
export interface Rows {
  /** Number of tokens in each row. */
  readonly length: number;
  /**
   * Row i continues current row `parents[i]`; before the first token, `parents` has no meaning. Returns float32 [rows, newTokens,
   * width], after the final norm. After a failure the rows can only be disposed of.
   */
  advance(input: RowsInput, parents: readonly number[]): Promise<Float32Array>;
  /** A second call does nothing. */
  dispose(): void;
}

/** Rows that can be forked. */
export interface ForkingRows extends Rows {
  /**
   * Forks at least one row behind the same prefix: new row i begins with the tokens in `columns[i]` of the single row here.
   * Padding up to the longest row must be masked. The row here is kept.
   */
  fork(columns: readonly (readonly number[])[]): Rows;
}

export interface ExtendedPrefix {
  readonly prefix: KeyValues;
  /** float32 [tokens, width]. */
  readonly hidden: Float32Array;
}

interface AnyBodyGraph {
  readonly architecture: Architecture;
  /** Appends tokens to the text read so far. Takes ownership of `soFar`: it is disposed of, or becomes part of the result. */
  extendPrefix(tokens: readonly TokenId[], soFar: KeyValues | undefined): Promise<ExtendedPrefix>;
  openRows(prefix: KeyValues): Rows;
  release(): Promise<void>;
}

export interface ForkingBodyGraph extends AnyBodyGraph {
  /** If keys and values are in CPU memory, columns of them can be selected. */
  readonly forks: true;
  openRows(prefix: KeyValues): ForkingRows;
}

export interface PlainBodyGraph extends AnyBodyGraph {
  readonly forks: false;
}

export type BodyGraph = ForkingBodyGraph | PlainBodyGraph;

export interface Past {
  /** Columns of the cache, unused ones included. */
  readonly columns: number;
  readonly keys: readonly Tensor[];
  readonly values: readonly Tensor[];
}

/** Builds the inputs that both kinds of graph need. */
export class BodyFeeds {
  private readonly placeholder: KeyValues;

  constructor(
    private readonly runtime: OnnxRuntime,
    architecture: Architecture,
  ) {
    this.placeholder = emptyKeyValues(runtime, architecture, 1);
  }

  /** `sees`: the columns of the cache, unused ones included, then the new tokens. */
  build(
    { tokens, positions, sees }: RowsInput,
    wantedPrefix: KeyValues | undefined,
    past: Past,
  ): Record<string, Tensor> {
    const prefix = wantedPrefix ?? this.placeholder;
    const rows = tokens.length;
    const newTokens = tokens[0]?.length ?? 0;
    const shape = {
      rows,
      newTokens,
      prefixLength: prefix.length,
      prefixSeen: wantedPrefix !== undefined,
      pastLength: past.columns,
    };
    const { Tensor } = this.runtime;
    const maskShape = [rows, newTokens, prefix.length + past.columns + newTokens];
    const feeds: Record<string, Tensor> = {
      ids: new Tensor('int32', Int32Array.from(tokens.flat()), [rows, newTokens]),
      positions: new Tensor('int64', BigInt64Array.from(positions.flat(), BigInt), [rows, newTokens]),
      mask: new Tensor('float32', attentionMask(shape, sees), maskShape),
    };
    prefix.keys.forEach((tensor, layer) => (feeds[`prefix_k.${layer}`] = tensor));
    prefix.values.forEach((tensor, layer) => (feeds[`prefix_v.${layer}`] = tensor));
    past.keys.forEach((tensor, layer) => (feeds[`past_k.${layer}`] = tensor));
    past.values.forEach((tensor, layer) => (feeds[`past_v.${layer}`] = tensor));
    return feeds;
  }
}

/** Throws QualsError `model-incompatible` if the graph's inputs do not match `architecture`. */
export function checkInputs(session: InferenceSession, { layers }: Architecture, others: readonly string[]): void {
  const perLayer = ['prefix_k', 'prefix_v', 'past_k', 'past_v'].flatMap((name) => layerNames(name, layers));
  const wanted = ['ids', 'positions', 'mask', ...others, ...perLayer];
  const missing = wanted.filter((name) => !session.inputNames.includes(name));
  if (missing.length > 0 || session.inputNames.length !== wanted.length) {
    const detail = `The body has ${session.inputNames.length} inputs, not ${wanted.length}; missing: ${missing.join(', ')}`;
    throw new QualsError('model-incompatible', detail);
  }
}

export function layerNames(name: string, layers: number): string[] {
  return Array.from({ length: layers }, (_, layer) => `${name}.${layer}`);
}

/** Throws QualsError `model-incompatible` if the graph has no output of that name. */
export function output(outputs: InferenceSession.ReturnType, name: string): Tensor {
  const tensor = outputs[name];
  if (!tensor) throw new QualsError('model-incompatible', `The body has no output ${name}.`);
  return tensor;
}

export function presentOf(
  outputs: InferenceSession.ReturnType,
  layers: number,
): { readonly keys: readonly Tensor[]; readonly values: readonly Tensor[] } {
  return {
    keys: layerNames('present_k', layers).map((name) => output(outputs, name)),
    values: layerNames('present_v', layers).map((name) => output(outputs, name)),
  };
}
