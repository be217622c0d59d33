/**
 * Implements the port for any causal or sequence-to-sequence model in transformers.js layout (docs/other-models.md). Simple,
 * not fast: every path copies the text's KV cache, and every step returns full logits.
 */
import type {
  Checkpoint,
  ForcedSequence,
  KeptText,
  QAGenModel,
  SpecialTokens,
  TextPrefix,
  TokenId,
} from '../../core/qagen-model.js';
import { readOnce } from '../../core/read-once.js';
import { TOKENS_PER_RUN } from '../graphs/graphs.js';
import { TokenScoring } from '../logits/score-tokens.js';
import type { TextTokenizer } from '../tokens/tokenizer.js';
import type { Decoder, Reading } from './decoder.js';
import { openPaths } from './generic-paths.js';
import type { TextFrame } from './text-frame.js';

/** As many as of the shipped model: nothing says how much memory another one takes. */
const MOST_KEPT_TOKENS = 2_048;

export interface GenericModelParts {
  readonly id: string;
  readonly version: string;
  readonly tokens: SpecialTokens;
  readonly contextLength: number;
  readonly tokenizer: TextTokenizer;
  readonly frame: TextFrame;
  readonly decoder: Decoder;
}

export class GenericQAGenModel implements QAGenModel {
  readonly id: string;
  readonly version: string;
  readonly tokens: SpecialTokens;
  readonly contextLength: number;
  readonly mostKeptTokens = MOST_KEPT_TOKENS;
  readonly noText: KeptText;

  constructor(private readonly parts: GenericModelParts) {
    ({ id: this.id, version: this.version, tokens: this.tokens, contextLength: this.contextLength } = parts);
    this.noText = this.keepText([]);
  }

  encode(text: string): readonly TokenId[] {
    return this.parts.tokenizer.encode(text);
  }

  decode(tokens: readonly TokenId[]): string {
    return this.parts.tokenizer.decode(tokens);
  }

  readText(
    text: readonly TokenId[],
    checkpoint: Checkpoint,
    onProgress?: (tokensDone: number, tokensTotal: number) => void,
  ): Promise<TextPrefix> {
    return readOnce(this.keepText(text), checkpoint, onProgress);
  }

  keepText(text: readonly TokenId[]): KeptText {
    return new GenericKeptText(this.parts, text);
  }
}

/** Begins anew after a stop: simple, not fast. */
class GenericKeptText implements KeptText {
  private start: Reading | undefined;
  private released = false;

  constructor(
    private readonly parts: GenericModelParts,
    readonly tokens: readonly TokenId[],
  ) {}

  async read(
    checkpoint: Checkpoint,
    onProgress?: (tokensDone: number, tokensTotal: number) => void,
  ): Promise<TextPrefix> {
    if (this.released) throw new Error('This text was released.');
    const start = this.start ?? (await this.prefill(checkpoint, onProgress));
    if (!this.released) this.start = start;
    return new GenericTextPrefix(this.tokens.length, this.parts.decoder, start, this.parts.tokens.end);
  }

  /** Keys and values are typed arrays here: the collector frees them. */
  release(): void {
    this.start = undefined;
    this.released = true;
  }

  private async prefill(
    checkpoint: Checkpoint,
    onProgress?: (tokensDone: number, tokensTotal: number) => void,
  ): Promise<Reading> {
    const { decoder, frame } = this.parts;
    await checkpoint();
    const begun = await decoder.begin([...frame.before, ...this.tokens, ...frame.after]);
    const { unread } = begun;
    let { cache } = begun;
    let reading: Reading | undefined;
    // In parts, so that the logits of a long text fit in memory and a run can stop in between.
    for (let done = 0; done < unread.length;) {
      await checkpoint();
      const chunk = unread.slice(done, done + TOKENS_PER_RUN);
      reading = await decoder.extend(cache, [chunk], 'last');
      ({ cache } = reading);
      done += chunk.length;
      onProgress?.(done, unread.length);
    }
    if (!reading) throw new RangeError('A text to read has at least one token.');
    return reading;
  }
}

class GenericTextPrefix implements TextPrefix {
  constructor(
    readonly tokenCount: number,
    private readonly decoder: Decoder,
    /** The text and the start tokens, one row. */
    private readonly start: Reading,
    private readonly end: TokenId,
  ) {}

  openPaths: TextPrefix['openPaths'] = (beginnings, count) =>
    openPaths({ decoder: this.decoder, end: this.end, count }, this.start, beginnings);

  async forceScore(
    sequences: readonly (readonly TokenId[])[],
    alternatives: number,
    checkpoint: Checkpoint,
    onProgress?: (sequencesDone: number) => void,
  ): Promise<ForcedSequence[]> {
    const scoring = new TokenScoring(alternatives, this.start.vocabulary);
    const forced: ForcedSequence[] = [];
    for (const sequence of sequences) {
      await checkpoint();
      forced.push(await this.forceOne(sequence, scoring));
      onProgress?.(forced.length);
    }
    return forced;
  }

  readClaim(): Promise<never> {
    return Promise.reject(new Error('This model has no support head.'));
  }

  /** One row at a time: sequences differ in length, and some decoders do not support padding. */
  private async forceOne(sequence: readonly TokenId[], scoring: TokenScoring): Promise<ForcedSequence> {
    const { logits: first, vocabulary, cache } = this.start;
    // The last token is predicted; it is not fed.
    const read = sequence.slice(0, -1);
    const later = read.length === 0 ? first : (await this.decoder.extend(cache, [read], 'all')).logits;
    return sequence.flatMap((token, place) => {
      const logits = place === 0 ? first : later.subarray((place - 1) * vocabulary, place * vocabulary);
      return scoring.score([token], logits);
    });
  }

  release(): void {
    return undefined;
  }
}
