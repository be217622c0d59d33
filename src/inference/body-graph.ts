/** body.onnx: tokens in, hidden states and keys and values out (docs/model-format.md, "The body graph"). */
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { QualsError } from '../core/errors.js';
import type { TokenId } from '../core/qagen-model.js';
import { attentionMask, type SeesOwnColumn } from './attention-mask.js';
import { emptyKeyValues, KeyValues } from './key-values.js';
import type { Architecture } from './manifest.js';
import type { OnnxRuntime } from './onnx-runtime.js';

export interface BodyInput {
  /** Rows of equal length, at least one token each. */
  readonly tokens: readonly (readonly TokenId[])[];
  /** Place of each token in the whole sequence, prefix first. */
  readonly positions: readonly (readonly number[])[];
  /** What all rows share; undefined where nothing has been read yet. */
  readonly prefix: KeyValues | undefined;
  /** What the rows have written; undefined where they begin here. Row i continues row `parents[i]` of it. */
  readonly past: KeyValues | undefined;
  readonly parents: readonly number[];
  readonly sees: SeesOwnColumn;
}

export interface BodyOutput {
  /** float32 [rows, newTokens, width], after the final norm. */
  readonly hidden: Float32Array;
  /** The past of each row's parent, then its new tokens. The caller disposes of it. */
  readonly present: KeyValues;
}

export class BodyGraph {
  private readonly placeholder: KeyValues;
  private readonly noPast: KeyValues;

  /** Throws QualsError `model-incompatible` where the graph's inputs are not those of `architecture`. */
  constructor(
    private readonly session: InferenceSession,
    private readonly runtime: OnnxRuntime,
    readonly architecture: Architecture,
  ) {
    const wanted = ['ids', 'positions', 'parent', 'mask', ...layerNames(architecture.layers)];
    const missing = wanted.filter((name) => !session.inputNames.includes(name));
    if (missing.length > 0 || session.inputNames.length !== wanted.length) {
      const detail = `body.onnx has ${session.inputNames.length} inputs, not ${wanted.length}; missing: ${missing.join(', ')}`;
      throw new QualsError('model-incompatible', detail);
    }
    this.placeholder = emptyKeyValues(runtime, architecture, 1);
    this.noPast = emptyKeyValues(runtime, architecture, 0);
  }

  async run(input: BodyInput): Promise<BodyOutput> {
    const { tokens, positions, parents, sees } = input;
    const prefix = input.prefix ?? this.placeholder;
    const past = input.past ?? this.noPast;
    const rows = tokens.length;
    const newTokens = tokens[0]?.length ?? 0;
    const shape = {
      rows,
      newTokens,
      prefixLength: prefix.length,
      prefixSeen: input.prefix !== undefined,
      pastLength: past.length,
    };
    const { Tensor } = this.runtime;
    const feeds: Record<string, Tensor> = {
      ids: new Tensor('int32', Int32Array.from(tokens.flat()), [rows, newTokens]),
      positions: new Tensor('int64', BigInt64Array.from(positions.flat(), BigInt), [rows, newTokens]),
      parent: new Tensor('int32', Int32Array.from(parents), [rows]),
      mask: new Tensor('float32', attentionMask(shape, sees), [
        rows,
        newTokens,
        prefix.length + past.length + newTokens,
      ]),
    };
    this.feed(feeds, 'prefix', prefix);
    this.feed(feeds, 'past', past);

    const outputs = await this.session.run(feeds);
    const layers = Array.from({ length: this.architecture.layers }, (_, layer) => layer);
    const present = new KeyValues(
      rows,
      past.length + newTokens,
      layers.map((layer) => output(outputs, `present_k.${layer}`)),
      layers.map((layer) => output(outputs, `present_v.${layer}`)),
    );
    return { hidden: output(outputs, 'hidden').data as Float32Array, present };
  }

  private feed(feeds: Record<string, Tensor>, name: 'prefix' | 'past', { keys, values }: KeyValues): void {
    keys.forEach((tensor, layer) => (feeds[`${name}_k.${layer}`] = tensor));
    values.forEach((tensor, layer) => (feeds[`${name}_v.${layer}`] = tensor));
  }

  async release(): Promise<void> {
    await this.session.release();
  }
}

/** Names of the outputs that stay on the device where the cache does. */
export function presentNames(layers: number): string[] {
  return Array.from({ length: layers }, (_, layer) => [`present_k.${layer}`, `present_v.${layer}`]).flat();
}

function layerNames(layers: number): string[] {
  return Array.from({ length: layers }, (_, layer) =>
    ['prefix_k', 'prefix_v', 'past_k', 'past_v'].map((name) => `${name}.${layer}`),
  ).flat();
}

function output(outputs: InferenceSession.ReturnType, name: string): Tensor {
  const tensor = outputs[name];
  if (!tensor) throw new QualsError('model-incompatible', `body.onnx has no output ${name}.`);
  return tensor as Tensor;
}
