/** A QAGen model for tests. A given function defines its next-token distribution, so that cases can be worked by hand. */
import type {
  ForcedSequence,
  KeptText,
  NextTokens,
  Paths,
  QAGenModel,
  SpecialTokens,
  TextPrefix,
  TokenId,
} from '../qagen-model.js';
import { readOnce } from '../read-once.js';

export const SPECIAL: SpecialTokens = { end: 0, start: 1, separator: 2 };

/** Probabilities over the vocabulary after `path`, given `text`. */
export type Distribution = (text: readonly TokenId[], path: readonly TokenId[]) => readonly number[];

/** Words are tokens: `vocabulary[id]`, split at spaces. Ids 0 to 2 are end, start, separator. */
export class TableModel implements QAGenModel {
  readonly id = 'table';
  readonly version = '0';
  readonly tokens = SPECIAL;
  /** Not one of the `open` prefixes: the model itself keeps it. */
  readonly noText = this.textOf([], () => undefined);
  /** Prefixes that are still held. A run must free all of them. */
  open = 0;
  /** Texts that were read, each as often as it was computed. */
  readonly prefilled: (readonly TokenId[])[] = [];

  constructor(
    private readonly vocabulary: readonly string[],
    private readonly distribution: Distribution,
    readonly contextLength = 8192,
    readonly mostKeptTokens = contextLength,
  ) {}

  encode(text: string): readonly TokenId[] {
    return text.split(/\s+/u).map((word) => {
      const id = this.vocabulary.indexOf(word, 3);
      if (id < 0) throw new RangeError(`The toy vocabulary has no "${word}".`);
      return id;
    });
  }

  decode(tokens: readonly TokenId[]): string {
    return tokens
      .filter((token) => token > 2)
      .map((token) => this.vocabulary[token])
      .join(' ');
  }

  readText(...[text, ...control]: Parameters<QAGenModel['readText']>): Promise<TextPrefix> {
    return readOnce(this.keepText(text), ...control);
  }

  keepText(text: readonly TokenId[]): KeptText {
    this.open++;
    return this.textOf(text, () => this.open--);
  }

  private textOf(text: readonly TokenId[], released: () => void): KeptText {
    let state: 'unread' | 'read' | 'released' = 'unread';
    return {
      tokens: text,
      read: async (checkpoint, onProgress) => {
        await checkpoint();
        if (state === 'released') throw new Error('This text was released.');
        if (state === 'unread') this.prefilled.push(text);
        state = 'read';
        onProgress?.(text.length, text.length);
        return this.prefixOf(text);
      },
      release: () => {
        if (state !== 'released') released();
        state = 'released';
      },
    };
  }

  protected prefixOf(text: readonly TokenId[]): TextPrefix {
    return {
      tokenCount: text.length,
      openPaths: async (beginnings, count) => this.paths(text, beginnings, count),
      forceScore: async (sequences, alternatives, _checkpoint, onDone) =>
        sequences.map((sequence, index) => {
          const forced = this.force(text, sequence, alternatives);
          onDone?.(index + 1);
          return forced;
        }),
      readClaim: () => Promise.reject(new Error('This model has no support head.')),
      release: () => undefined,
    };
  }

  private paths(text: readonly TokenId[], beginnings: readonly (readonly TokenId[])[], count: number): Paths {
    let rows = beginnings.map((beginning) => [...beginning]);
    return {
      next: this.nextTokens(text, rows, count),
      advance: async (parents, tokens) => {
        rows = parents.map((parent, index) => [...(rows[parent] ?? []), tokens[index] as TokenId]);
        return this.nextTokens(text, rows, count);
      },
      release: () => undefined,
    };
  }

  private nextTokens(text: readonly TokenId[], rows: readonly (readonly TokenId[])[], wanted: number): NextTokens {
    const sorted = rows.map((row) => this.ranked(text, row));
    const count = Math.min(wanted, sorted[0]?.length ?? 0);
    const flat = sorted.flatMap((row) => row.slice(0, count));
    return {
      paths: rows.length,
      count,
      tokens: Int32Array.from(flat, ({ token }) => token),
      logProbs: Float64Array.from(flat, ({ logProb }) => logProb),
      endLogProbs: Float64Array.from(rows, (row) => Math.log(this.distribution(text, row)[SPECIAL.end] ?? 0)),
    };
  }

  private ranked(text: readonly TokenId[], path: readonly TokenId[]): { token: TokenId; logProb: number }[] {
    return this.distribution(text, path)
      .map((probability, token) => ({ token, logProb: Math.log(probability) }))
      .sort((a, b) => b.logProb - a.logProb || a.token - b.token);
  }

  private force(text: readonly TokenId[], sequence: readonly TokenId[], alternatives: number): ForcedSequence {
    return sequence.map((token, place) => {
      const ranked = this.ranked(text, sequence.slice(0, place));
      const rank = 1 + ranked.findIndex((entry) => entry.token === token);
      return {
        token,
        logProb: ranked[rank - 1]?.logProb ?? Number.NEGATIVE_INFINITY,
        rank,
        alternatives: ranked.slice(0, alternatives),
      };
    });
  }
}
