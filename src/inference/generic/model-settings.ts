/** The ids and limits that the port needs, from config.json, generation_config.json and the user's options. */
import * as v from 'valibot';
import { QualsError } from '../../core/errors.js';
import type { SpecialTokens, TokenId } from '../../core/qagen-model.js';
import { describeIssues } from '../model-files/manifest.js';

const tokenId = v.pipe(v.number(), v.integer(), v.minValue(0));
const optionalId = v.nullish(tokenId);
const optionalCount = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1)));

const settingsSchema = v.object({
  // If there are several end tokens, the first is the one used in training.
  eos_token_id: v.pipe(
    v.union([tokenId, v.pipe(v.array(tokenId), v.nonEmpty())]),
    v.transform((ids) => (Array.isArray(ids) ? (ids[0] as TokenId) : ids)),
  ),
  decoder_start_token_id: optionalId,
  forced_bos_token_id: optionalId,
  model_type: v.optional(v.string(), ''),
  max_position_embeddings: optionalCount,
  n_positions: optionalCount,
  n_ctx: optionalCount,
});

export interface ModelSettings {
  readonly tokens: SpecialTokens;
  /** Tokens that the decoder reads before the question: after the text (causal), or at its beginning (sequence to sequence). */
  readonly startTokens: readonly TokenId[];
  readonly contextLength: number;
}

/** Equals no token: no token is forbidden. */
const NO_TOKEN: TokenId = -1;

/** T5 and similar models use relative positions; `n_positions` is their training length. Memory is the limit. */
const WITHOUT_PLACES = new Set(['t5', 'mt5', 'umt5', 'longt5']);
const LONGEST_WITHOUT_PLACES = 8192;

/**
 * `config` and `generation`: the model's two files; the second may be missing. `start`: the user's token before the question,
 * if given. Throws QualsError `model-incompatible`.
 */
export function modelSettings(
  config: object,
  generation: object | null,
  isEncoderDecoder: boolean,
  separator: TokenId,
  start: TokenId | undefined,
): ModelSettings {
  const parsed = v.safeParse(settingsSchema, { ...config, ...withoutNulls(generation ?? {}) });
  if (!parsed.success) throw incompatible(`config.json: ${describeIssues(parsed.issues)}`);
  const settings = parsed.output;
  const end = settings.eos_token_id;
  if (separator === end) throw incompatible('The separator is the end token.');

  const startTokens = isEncoderDecoder ? decoderStart(settings, start) : idsOf(start);
  const last = startTokens.at(-1) ?? NO_TOKEN;
  if (last === separator) throw incompatible('The separator is the start token.');
  return {
    // BART without a forced first token starts with its end token, which must stay allowed.
    tokens: { start: last === end ? NO_TOKEN : last, separator, end },
    startTokens,
    contextLength: contextLength(settings),
  };
}

type Settings = v.InferOutput<typeof settingsSchema>;

/** BART and similar models learn a first token after the start token, and their configuration forces it. */
function decoderStart(settings: Settings, start: TokenId | undefined): TokenId[] {
  const first = idsOf(settings.decoder_start_token_id);
  if (first.length === 0) throw incompatible('config.json has no decoder_start_token_id.');
  return [...first, ...idsOf(start ?? settings.forced_bos_token_id)];
}

function idsOf(token: TokenId | null | undefined): TokenId[] {
  return token === null || token === undefined ? [] : [token];
}

function contextLength(settings: Settings): number {
  if (WITHOUT_PLACES.has(settings.model_type)) return LONGEST_WITHOUT_PLACES;
  const places = settings.max_position_embeddings ?? settings.n_positions ?? settings.n_ctx;
  if (!places) throw incompatible('config.json has no max_position_embeddings, so that no text can be known to fit.');
  return places;
}

/** generation_config.json overrides config.json. */
function withoutNulls(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}

function incompatible(detail: string): QualsError {
  return new QualsError('model-incompatible', detail);
}
