/** Opens a QAGen model from a folder in transformers.js layout or from the Hub. */
import { Tokenizer } from '@huggingface/tokenizers';
import {
  AutoConfig,
  AutoModelForCausalLM,
  AutoModelForSeq2SeqLM,
  AutoTokenizer,
  type DataType,
  env,
  LogLevel,
  ModelFileNotFoundError,
} from '@huggingface/transformers';
import { QualsError } from '../../core/errors.js';
import { TextTokenizer } from '../tokens/tokenizer.js';
import { causalDecoder, sequenceToSequenceDecoder } from './decoder.js';
import { GenericQAGenModel } from './generic-qagen-model.js';
import { modelSettings } from './model-settings.js';
import { withoutSpecialPieces } from './special-pieces.js';
import { textFrame } from './text-frame.js';
import { tokenNamed } from './token-named.js';

export interface GenericModelRequest {
  /** Path of a folder, or with `fromHub` a name such as "owner/model". Without `fromHub` nothing is downloaded. */
  readonly location: string;
  readonly fromHub: boolean;
  /** The text of the token between question and answer: one token of the vocabulary, special or plain. */
  readonly separator: string;
  /**
   * The text of the token before the question. Undefined: none (causal), or the token that the configuration forces after the
   * decoder's start token (sequence to sequence).
   */
  readonly start?: string | undefined;
  /** Number format of the graphs: `fp32` reads model.onnx, `q8` model_quantized.onnx, `q4` model_q4.onnx, … */
  readonly dtype?: DataType | undefined;
  /** Of onnxruntime-node. Default: one for each core. */
  readonly threads?: number | undefined;
}

/** Throws QualsError `model-not-found`, `model-damaged`, `model-incompatible` or `network-failed`. */
export async function openGenericModel(request: GenericModelRequest): Promise<GenericQAGenModel> {
  const { json, config, model, isEncoderDecoder } = await load(request);
  const tokenizer = new Tokenizer(json, config);
  const separator = tokenNamed(request.separator, 'separator', tokenizer);
  const start = request.start === undefined ? undefined : tokenNamed(request.start, 'start', tokenizer);
  const settings = modelSettings(model.config, model.generation_config, isEncoderDecoder, separator, start);
  const decoder = isEncoderDecoder ? sequenceToSequenceDecoder : causalDecoder;
  const frame = textFrame(tokenizer);
  return new GenericQAGenModel({
    id: request.fromHub ? request.location : (request.location.split(/[\\/]/).findLast(Boolean) ?? request.location),
    version: request.fromHub ? 'main' : 'local',
    tokens: settings.tokens,
    contextLength: settings.contextLength,
    tokenizer: new TextTokenizer(withoutSpecialPieces(json), config),
    // A causal model continues the text, so the tokenizer's closing tokens are left out.
    frame: isEncoderDecoder ? frame : { ...frame, after: [] },
    decoder: decoder(model, settings.startTokens),
  });
}

async function load({ location, fromHub, dtype = 'fp32', threads }: GenericModelRequest) {
  env.allowRemoteModels = fromHub;
  env.allowLocalModels = !fromHub;
  // Every failure throws.
  env.logLevel = LogLevel.NONE;
  try {
    const config = await AutoConfig.from_pretrained(location);
    const { is_encoder_decoder } = config as { is_encoder_decoder?: boolean };
    const isEncoderDecoder = is_encoder_decoder === true;
    const tokenizer = await AutoTokenizer.from_pretrained(location);
    const kind = isEncoderDecoder ? AutoModelForSeq2SeqLM : AutoModelForCausalLM;
    const options = threads === undefined ? {} : { session_options: { intraOpNumThreads: threads } };
    const model = await kind.from_pretrained(location, { config, dtype, ...options });
    const files = tokenizer as unknown as { _tokenizerJSON: object; _tokenizerConfig: object };
    return { json: files._tokenizerJSON, config: files._tokenizerConfig, model, isEncoderDecoder };
  } catch (error) {
    throw new QualsError(codeOf(error, fromHub), `${location}: ${String(error)}`, undefined, { cause: error });
  }
}

function codeOf(error: unknown, fromHub: boolean): 'model-not-found' | 'network-failed' | 'model-damaged' {
  if (error instanceof ModelFileNotFoundError) return 'model-not-found';
  return fromHub ? 'network-failed' : 'model-damaged';
}
