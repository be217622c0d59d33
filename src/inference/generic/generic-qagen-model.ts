/**
 * Implements the port for any causal or sequence-to-sequence model in transformers.js layout (docs/other-models.md). Simple,
 * not fast: every path copies the text's KV cache, and every step returns full logits.
 */
import type {
  Checkpoint,
  ForcedSequence,
  QAGenModel,
  SpecialTokens,
  TextPrefix,
  TokenId,
} from '../../core/qagen-model.js';
import { TOKENS_PER_RUN } from '../graphs.js';
import { TokenScoring } from '../score-tokens.js';
import type { TextTokenizer } from '../tokenizer.js';
import type { Decoder, Reading } from './decoder.js';
import { openPaths } from './generic-paths.js';
import type { TextFrame } from './text-frame.js';

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

  constructor(private readonly parts: GenericModelParts) {
    ({ id: this.id, version: this.version, tokens: this.tokens, contextLength: this.contextLength } = parts);
  }

  encode(text: string): readonly TokenId[] {
    return this.parts.tokenizer.encode(text);
  }

  decode(tokens: readonly TokenId[]): string {
    return this.parts.tokenizer.decode(tokens);
  }

  async readText(
    text: readonly TokenId[],
    checkpoint: Checkpoint,
    onProgress?: (tokensDone: number, tokensTotal: number) => void,
  ): Promise<TextPrefix> {
    const { decoder, frame } = this.parts;
    await checkpoint();
    const begun = await decoder.begin([...frame.before, ...text, ...frame.after]);
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
    return new GenericTextPrefix(text.length, decoder, reading, this.tokens.end);
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

  /** Keys and values are typed arrays here; the garbage collector frees them. */
  release(): void {
    return undefined;
  }
}
