/**
 * The shipped model in the usual form: one graph in transformers.js layout, the same 4-bit weights, and
 * grouped-query attention with a separate KV cache for each row, as in current exports of Llama models.
 */
import type { Architecture } from '../../src/inference/model-files/manifest.js';
import { GraphBuilder } from './graph-builder.js';
import { FLOAT, INT32, INT64, type ModelProto, type TensorProto } from './onnx-proto.js';

const BLOCK = 32;
const EPSILON = { float: 1e-5 };
/** 4-bit codes mean -8 to 7, 8-bit codes -128 to 127. */
const MIDDLE_4 = 8;
const MIDDLE_8 = 128;
const TO_END = 2 ** 31 - 1;

export function causalGraph(architecture: Architecture, weights: ReadonlyMap<string, TensorProto>): ModelProto {
  const graph = new GraphBuilder(weights);
  const { layers, width, keyValueHeads, headSize, vocabulary } = architecture;
  const ids = graph.input('input_ids', INT64, ['batch_size', 'sequence_length']);
  const mask = graph.input('attention_mask', INT64, ['batch_size', 'total_sequence_length']);
  const kept = graph.input('num_logits_to_keep', INT64, []);
  const cache = ['batch_size', keyValueHeads, 'past_sequence_length', headSize];
  const present = ['batch_size', keyValueHeads, 'total_sequence_length', headSize];
  for (let layer = 0; layer < layers; layer++) {
    for (const kind of ['key', 'value']) graph.input(`past_key_values.${layer}.${kind}`, FLOAT, cache);
  }
  const shared = attentionInputs(graph, mask);

  let residual = embed(graph, ids, width);
  let normed = graph.op('RMSNormalization', [residual, graph.weight('model.layers.0.input_layernorm.weight')], {
    axis: -1,
    epsilon: EPSILON,
  });
  for (let layer = 0; layer < layers; layer++) {
    const name = `model.layers.${layer}`;
    const [attended, key, value] = attention(graph, name, layer, normed, shared, architecture);
    graph.output(`present.${layer}.key`, key, present);
    graph.output(`present.${layer}.value`, value, present);
    [normed, residual] = addAndNorm(graph, attended, residual, `${name}.post_attention_layernorm.weight`);
    const following = layer + 1 < layers ? `model.layers.${layer + 1}.input_layernorm` : 'model.norm';
    [normed, residual] = addAndNorm(graph, feedForward(graph, name, normed), residual, `${following}.weight`);
  }
  // 0 keeps all.
  const first = graph.op('Reshape', [graph.op('Neg', [kept]), graph.ints(1)]);
  const hidden = graph.op('Slice', [normed, first, graph.ints(TO_END), graph.ints(1)]);
  graph.output('logits', head(graph, hidden, width), ['batch_size', 'num_logits', vocabulary]);
  return graph.model();
}

/** For all layers: last position of each row, number of positions, cosines, sines. */
function attentionInputs(graph: GraphBuilder, mask: string): readonly string[] {
  const length = graph.op('ReduceSum', [mask, graph.ints(1)], { keepdims: 0 });
  const last = graph.op('Cast', [graph.op('Sub', [length, graph.ints(1)])], { to: INT32 });
  const columns = graph.op('Squeeze', [graph.op('Shape', [mask], { start: 1, end: 2 })]);
  const total = graph.op('Cast', [columns], { to: INT32 });
  const angles = graph.op('Mul', [graph.weight('rotary.places'), graph.weight('rotary.frequencies')]);
  return [last, total, graph.op('Cos', [angles]), graph.op('Sin', [angles])];
}

function attention(
  graph: GraphBuilder,
  name: string,
  layer: number,
  normed: string,
  shared: readonly string[],
  { queryHeads, keyValueHeads }: Architecture,
): [string, string, string] {
  const joined = linear(graph, `${name}.self_attn.q_proj+k_proj+v_proj`, normed);
  const past = ['key', 'value'].map((kind) => `past_key_values.${layer}.${kind}`);
  const outputs = graph.contrib(
    'GroupQueryAttention',
    [joined, '', '', ...past, ...shared],
    { num_heads: queryHeads, kv_num_heads: keyValueHeads, do_rotary: 1 },
    3,
  );
  const [attended, key, value] = outputs as [string, string, string];
  return [linear(graph, `${name}.self_attn.o_proj`, attended), key, value];
}

function feedForward(graph: GraphBuilder, name: string, normed: string): string {
  const linears = `${name}.mlp.gate_proj+up_proj`;
  const size = (graph.shapeOf(`${linears}.codes`)[0] ?? 0) / 2;
  const [gate = '', up = ''] = graph.node('Split', [linear(graph, linears, normed), graph.ints(size, size)], { axis: 2 }, 2); // prettier-ignore
  const [activated = ''] = graph.contrib('QuickGelu', [gate], { alpha: { float: 1 } });
  return linear(graph, `${name}.mlp.down_proj`, graph.op('Mul', [activated, up]));
}

function addAndNorm(graph: GraphBuilder, value: string, residual: string, norm: string): [string, string] {
  const inputs = [value, residual, graph.weight(norm)];
  const outputs = graph.contrib('SkipSimplifiedLayerNormalization', inputs, { epsilon: EPSILON }, 4);
  return [outputs[0] as string, outputs[3] as string];
}

/** x·w for w = scale · code + offset, exactly: the product with the codes, plus the offsets times the sums of the blocks. */
function linear(graph: GraphBuilder, name: string, x: string): string {
  const [rows = 0, blocks = 0] = graph.shapeOf(`${name}.codes`);
  const width = blocks * BLOCK;
  const scale = widened(graph, `${name}.scale`);
  const codes = graph.weight(`${name}.codes`);
  const [product = ''] = graph.contrib('MatMulNBits', [x, codes, scale], {
    K: width,
    N: rows,
    bits: 4,
    block_size: BLOCK,
  });
  const middle = graph.op('Mul', [scale, graph.scalar(MIDDLE_4)]);
  const shift = graph.op('Transpose', [graph.op('Add', [widened(graph, `${name}.offset`), middle])], { perm: [1, 0] });
  const inBlocks = graph.op('Reshape', [x, graph.ints(0, 0, blocks, BLOCK)]);
  const sums = graph.op('ReduceSum', [inBlocks, graph.ints(3)], { keepdims: 0 });
  return graph.op('Add', [product, graph.op('MatMul', [sums, shift])]);
}

function embed(graph: GraphBuilder, ids: string, width: number): string {
  const row = graph.op('Cast', [graph.op('Gather', [graph.weight('embedding.codes'), ids], { axis: 0 })], {
    to: FLOAT,
  });
  const codes = graph.op('Sub', [row, graph.scalar(MIDDLE_8)]);
  const scale = graph.op('Gather', [widened(graph, 'embedding.scale'), ids], { axis: 0 });
  const value = graph.op('Mul', [codes, graph.op('Unsqueeze', [scale, graph.ints(3)])]);
  return graph.op('Reshape', [value, graph.ints(0, 0, width)]);
}

function head(graph: GraphBuilder, hidden: string, width: number): string {
  const inputs = [hidden, graph.weight('embedding.codes'), widened(graph, 'embedding.scale')];
  const N = graph.shapeOf('embedding.codes')[0] ?? 0;
  return graph.contrib('MatMulNBits', inputs, { K: width, N, bits: 8, block_size: BLOCK })[0] as string;
}

/** float16 in the file, float32 after loading. */
function widened(graph: GraphBuilder, name: string): string {
  return graph.op('Cast', [graph.weight(name)], { to: FLOAT });
}
