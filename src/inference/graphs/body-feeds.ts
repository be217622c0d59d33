/** Inputs of both kinds of body graph, and their outputs by name (docs/model-format.md). */
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { QualsError } from '../../core/errors.js';
import type { Architecture } from '../model-files/manifest.js';
import { attentionMask } from './attention-mask.js';
import type { RowsInput } from './body-graph.js';
import { emptyKeyValues, type KeyValues } from './key-values.js';
import type { OnnxRuntime } from './onnx-runtime.js';

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

export function presentOf(
  outputs: InferenceSession.ReturnType,
  layers: number,
): { readonly keys: readonly Tensor[]; readonly values: readonly Tensor[] } {
  return {
    keys: layerNames('present_k', layers).map((name) => output(outputs, name)),
    values: layerNames('present_v', layers).map((name) => output(outputs, name)),
  };
}

/** float32 [rows, newTokens, width], in CPU memory on every device. */
export function hiddenOf(outputs: InferenceSession.ReturnType): Float32Array {
  return dataOf(output(outputs, 'hidden'));
}

/** Data of a float32 tensor in CPU memory. */
export function dataOf({ data }: Tensor): Float32Array {
  return data as Float32Array;
}

/** Throws QualsError `model-incompatible` if the graph has no output of that name. */
function output(outputs: InferenceSession.ReturnType, name: string): Tensor {
  const tensor = outputs[name];
  if (!tensor) throw new QualsError('model-incompatible', `The body has no output ${name}.`);
  return tensor;
}
