/** The QAGen model of a model folder, over ONNX Runtime. */
import { Cancelled } from '../core/cancelled.js';
import type { Checkpoint, QAGenModel, SpecialTokens, TextPrefix, TokenId } from '../core/qagen-model.js';
import { forceSequences } from './reading/force-sequences.js';
import { openCpuGraphs } from './cpu/open-cpu-graphs.js';
import { openGpuGraphs } from './gpu/open-gpu-graphs.js';
import type { PrefixTree } from './graphs/body-graph.js';
import type { Graphs } from './graphs/graphs.js';
import type { Manifest } from './model-files/manifest.js';
import type { ModelFiles } from './model-files/model-files.js';
import type { Backend } from './graphs/onnx-runtime.js';
import { openPaths } from './reading/onnx-paths.js';
import { Reading } from './reading/read-text.js';
import { TextTokenizer } from './tokens/tokenizer.js';

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

  /** Throws QualsError `model-damaged` or `model-incompatible`, and what ONNX Runtime throws. */
  static async open(files: ModelFiles, backend: Backend): Promise<OnnxQAGenModel> {
    const tokenizer = new TextTokenizer(files.tokenizer, files.tokenizerConfig);
    const graphs = await (backend.kind === 'cpu' ? openCpuGraphs(files, backend) : openGpuGraphs(files, backend));
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
      const tree = this.graphs.body.openTree(prefix);
      const release = (): void => {
        tree.dispose();
        if (!kept) reading.dispose();
      };
      return new OnnxTextPrefix(text.length, this.graphs.head, tree, this.tokens, release);
    } catch (error) {
      // A run that is stopped leaves the kept text as far as it was read; after a failure nothing is trusted.
      if (!kept) reading.dispose();
      else if (!(error instanceof Cancelled)) this.keep(undefined);
      throw error;
    }
  }

  /**
   * From now on what is read of `text` is kept, and goes on where it was stopped, until another text or none is to be kept:
   * every summary of one article then shares its prefix.
   */
  keep(text: readonly TokenId[] | undefined): void {
    const tokens = text && [...text, this.tokens.start];
    if (tokens && this.kept?.tokens.join() === tokens.join()) return;
    this.kept?.dispose();
    this.kept = tokens && new Reading(this.graphs.body, tokens);
  }

  /** Frees the sessions; the model is of no use afterwards. */
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
    private readonly tree: PrefixTree,
    private readonly tokens: SpecialTokens,
    readonly release: () => void,
  ) {}

  openPaths: TextPrefix['openPaths'] = (beginnings, count) =>
    openPaths({ head: this.head, tree: this.tree, end: this.tokens.end, count }, beginnings);

  forceScore: TextPrefix['forceScore'] = (sequences, alternatives, checkpoint, onProgress) =>
    forceSequences(this.head, this.tree, sequences, alternatives, checkpoint, onProgress);
}
