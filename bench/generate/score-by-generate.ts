/**
 * QUALS as a first implementation with transformers.js: `generate` on one copy of the summary per path, a logits
 * processor for diversity, and teacher forcing by a forward pass over text and pair. The search differs from the paper's:
 * rows do not compete, and finished rows continue until all rows finish.
 */
import { type PreTrainedModel, Tensor } from '@huggingface/transformers';
import { MATCHED } from '../../src/core/protocol.js';
import type { QAGenModel, TokenId } from '../../src/core/qagen-model.js';
import { keepPairs } from '../../src/core/quals/keep-pairs.js';
import { idTensor, ones } from '../../src/inference/generic/id-tensors.js';
import { logSumExp } from '../../src/inference/logits/log-sum-exp.js';
import { HammingDiversity } from './hamming-diversity.js';

export interface GenerateScore {
  /** NaN if no pair was kept. */
  readonly quals: number;
  readonly pairsKept: number;
  readonly milliseconds: { readonly generate: number; readonly force: number };
}

type Vocabulary = Pick<QAGenModel, 'encode' | 'decode' | 'tokens'>;

export async function scoreByGenerate(
  model: PreTrainedModel,
  vocabulary: Vocabulary,
  source: readonly TokenId[],
  summary: readonly TokenId[],
  paths: number,
): Promise<GenerateScore> {
  const started = performance.now();
  const written = await generatePairs(model, vocabulary, summary, paths);
  const generated = performance.now();
  // `generate` returns no scores of the search, so all are equal and pairs keep the order of writing.
  const candidates = written.map((tokens) => ({ tokens, logProbs: [], generationScore: 0, generationMean: 0 }));
  const { kept } = keepPairs(candidates, vocabulary.decode(summary), MATCHED, vocabulary);
  const gaps: number[] = [];
  for (const { generated: pair } of kept) {
    const onSummary = await forcedLogProbs(model, [...summary, vocabulary.tokens.start], pair.tokens);
    const onSource = await forcedLogProbs(model, [...source, vocabulary.tokens.start], pair.tokens);
    gaps.push(mean(onSource) - mean(onSummary));
  }
  const milliseconds = { generate: generated - started, force: performance.now() - generated };
  return { quals: gaps.length > 0 ? mean(gaps) : Number.NaN, pairsKept: gaps.length, milliseconds };
}

/** At most `paths` pairs; rows without an end token are left out. Special tokens as in `QAGenModel`. */
export async function generatePairs(
  model: PreTrainedModel,
  { tokens: { start, end } }: Vocabulary,
  summary: readonly TokenId[],
  paths: number,
): Promise<TokenId[][]> {
  const { minLength, maxLength, diversityStrength } = MATCHED.search;
  const prompt = [...summary, start];
  const sequences = (await model.generate({
    inputs: idTensor(Array.from({ length: paths }, () => prompt)),
    attention_mask: ones(paths, prompt.length),
    min_new_tokens: minLength,
    max_new_tokens: maxLength + 1,
    eos_token_id: end,
    do_sample: false,
    logits_processor: [new HammingDiversity(diversityStrength, end, prompt.length)],
  } as unknown as Parameters<PreTrainedModel['generate']>[0])) as Tensor;
  const rows = (sequences.tolist() as bigint[][]).map((row) => row.slice(prompt.length).map(Number));
  return rows.filter((row) => row.includes(end)).map((row) => row.slice(0, row.indexOf(end) + 1));
}

/** Natural log-probability of each token of `sequence` after `prefix`, by one pass over both. */
export async function forcedLogProbs(
  model: PreTrainedModel,
  prefix: readonly TokenId[],
  sequence: readonly TokenId[],
): Promise<number[]> {
  const tokens = [...prefix, ...sequence];
  const { logits } = (await model.forward({
    input_ids: idTensor([tokens]),
    attention_mask: ones(1, tokens.length),
    // Logits of the text itself would fill the memory.
    num_logits_to_keep: new Tensor('int64', [BigInt(sequence.length + 1)], []),
  })) as { logits: Tensor };
  const values = logits.data as Float32Array;
  const vocabulary = logits.dims.at(-1) ?? 0;
  return sequence.map((token, place) => {
    const row = values.subarray(place * vocabulary, (place + 1) * vocabulary);
    return (row[token] as number) - logSumExp(row);
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
