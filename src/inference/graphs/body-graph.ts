/** The body: tokens in, hidden states out (docs/model-format.md). What it has read it keeps, each device in its own way. */
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { QualsError } from '../../core/errors.js';
import type { TokenId } from '../../core/qagen-model.js';
import { attentionMask, type SeesOwnColumn } from './attention-mask.js';
import { emptyKeyValues, type KeyValues } from './key-values.js';
import type { Architecture } from '../model-files/manifest.js';
import type { OnnxRuntime } from './onnx-runtime.js';

export interface RowsInput {
  /** Rows of equal length, at least one token each. */
  readonly tokens: readonly (readonly TokenId[])[];
  /** Place of each token in the whole sequence, prefix first. */
  readonly positions: readonly (readonly number[])[];
  /** Own columns: what the row has written, then the new tokens. */
  readonly sees: SeesOwnColumn;
}

/** Rows that write behind one prefix, which they share and do not own. */
export interface Rows {
  /** Tokens that each row has written. */
  readonly length: number;
  /**
   * Row i continues the present row `parents[i]`; before the first token that says nothing. float32 [rows, newTokens,
   * width], after the final norm. After a failure the rows are of no use but to be disposed of.
   */
  advance(input: RowsInput, parents: readonly number[]): Promise<Float32Array>;
  /** Calling it twice does nothing. */
  dispose(): void;
}

/** Rows of which others can be made. */
export interface ForkingRows extends Rows {
  /**
   * Rows behind the same prefix, at least one: row i has written what stands in `columns[i]` of the one row here, at its
   * beginning; what fills a row up to the longest must not be seen. The row here stays.
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
  /** Puts tokens behind what has been read. Takes `soFar` over: it is disposed of, or part of the result. */
  extendPrefix(tokens: readonly TokenId[], soFar: KeyValues | undefined): Promise<ExtendedPrefix>;
  openRows(prefix: KeyValues): Rows;
  release(): Promise<void>;
}

export interface ForkingBodyGraph extends AnyBodyGraph {
  /** Where keys and values lie in memory, some of them can be picked. */
  readonly forks: true;
  openRows(prefix: KeyValues): ForkingRows;
}

export interface PlainBodyGraph extends AnyBodyGraph {
  readonly forks: false;
}

export type BodyGraph = ForkingBodyGraph | PlainBodyGraph;

export interface Past {
  /** Columns of the past, those that no token fills yet with them. */
  readonly columns: number;
  readonly keys: readonly Tensor[];
  readonly values: readonly Tensor[];
}

/** Builds the inputs that both kinds of graph have. */
export class BodyFeeds {
  private readonly placeholder: KeyValues;

  constructor(
    private readonly runtime: OnnxRuntime,
    architecture: Architecture,
  ) {
    this.placeholder = emptyKeyValues(runtime, architecture, 1);
  }

  /** `sees` counts the past's columns, empty ones with them, then the new tokens. */
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

/** Throws QualsError `model-incompatible` where the graph's inputs are not those of `architecture`. */
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

/** Throws QualsError `model-incompatible` where the graph gave no output of that name. */
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
