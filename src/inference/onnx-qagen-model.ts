/** The QAGen model of a model folder, with ONNX Runtime. */
import { Cancelled } from '../core/cancelled.js';
import type { Checkpoint, QAGenModel, SpecialTokens, TextPrefix, TokenId } from '../core/qagen-model.js';
import { forceSequences } from './force-sequences.js';
import { type Graphs, openGraphs } from './graphs.js';
import type { Manifest } from './manifest.js';
import type { Backend } from './onnx-runtime.js';
import { openPaths } from './onnx-paths.js';
import { Reading } from './read-text.js';
import { ReadTree } from './read-tree.js';
import { TextTokenizer } from './tokenizer.js';

export interface ModelFiles {
  readonly manifest: Manifest;
  /** For GPUs: weights stay quantised. */
  readonly body: Uint8Array;
  readonly head: Uint8Array;
  /** For CPUs: the same weights, dequantised to float32 at load time. */
  readonly cpuBody: Uint8Array;
  readonly cpuHead: Uint8Array;
  /** The joined shards: external data of all graphs. */
  readonly weights: Uint8Array;
  /** tokenizer.json and tokenizer_config.json, parsed. */
  readonly tokenizer: unknown;
  readonly tokenizerConfig: unknown;
}

export class OnnxQAGenModel implements QAGenModel {
  readonly id: string;
  readonly version: string;
  readonly tokens: SpecialTokens;
  readonly contextLength: number;
  private kept: Reading | undefined;

  private constructor(
    manifest: Manifest,
    private readonly tokenizer: TextTokenizer,
    private readonly graphs: Graphs,
  ) {
    ({ id: this.id, version: this.version, tokens: this.tokens, contextLength: this.contextLength } = manifest);
  }

  /** Throws QualsError `model-damaged` or `model-incompatible`, and errors of ONNX Runtime. */
  static async open(files: ModelFiles, backend: Backend): Promise<OnnxQAGenModel> {
    const tokenizer = new TextTokenizer(files.tokenizer, files.tokenizerConfig);
    const { weights } = files;
    const [body, head] = backend.kind === 'cpu' ? [files.cpuBody, files.cpuHead] : [files.body, files.head];
    const graphs = await openGraphs(files.manifest, { body, head, weights }, backend);
    return new OnnxQAGenModel(files.manifest, tokenizer, graphs);
  }

  encode(text: string): readonly TokenId[] {
    return this.tokenizer.encode(text);
  }

  decode(tokens: readonly TokenId[]): string {
    return this.tokenizer.decode(tokens);
  }

  async readText(
    text: readonly TokenId[],
    checkpoint: Checkpoint,
    onProgress?: (tokensDone: number, tokensTotal: number) => void,
  ): Promise<TextPrefix> {
    const tokens = [...text, this.tokens.start];
    const kept = this.kept?.tokens.join() === tokens.join() ? this.kept : undefined;
    const reading = kept ?? new Reading(this.graphs.body, tokens);
    try {
      const prefix = await reading.finish(checkpoint, onProgress);
      const tree = new ReadTree(this.graphs.body, prefix);
      const release = (): void => {
        tree.dispose();
        if (!kept) reading.dispose();
      };
      return new OnnxTextPrefix(text.length, this.graphs.head, tree, this.tokens, release);
    } catch (error) {
      // A stopped run keeps the tokens read so far; after a failure nothing is kept.
      if (!kept) reading.dispose();
      else if (!(error instanceof Cancelled)) this.keep(undefined);
      throw error;
    }
  }

  /**
   * Keeps the KV cache of `text` from now on, and continues it if a read was stopped, until another text or none is to be kept.
   * All summaries of one article then share its prefix.
   */
  keep(text: readonly TokenId[] | undefined): void {
    const tokens = text && [...text, this.tokens.start];
    if (tokens && this.kept?.tokens.join() === tokens.join()) return;
    this.kept?.dispose();
    this.kept = tokens && new Reading(this.graphs.body, tokens);
  }

  /** Frees the sessions; the model cannot be used afterwards. */
  async release(): Promise<void> {
    this.keep(undefined);
    await this.graphs.body.release();
    await this.graphs.head.release();
  }
}

class OnnxTextPrefix implements TextPrefix {
  constructor(
    readonly tokenCount: number,
    private readonly head: Graphs['head'],
    private readonly tree: ReadTree,
    private readonly tokens: SpecialTokens,
    readonly release: () => void,
  ) {}

  openPaths: TextPrefix['openPaths'] = (beginnings, count) =>
    openPaths({ head: this.head, tree: this.tree, end: this.tokens.end, count }, beginnings);

  forceScore: TextPrefix['forceScore'] = (sequences, alternatives, checkpoint, onProgress) =>
    forceSequences(this.head, this.tree, sequences, alternatives, checkpoint, onProgress);
}
