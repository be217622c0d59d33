/** The QAGen model of a model folder, over ONNX Runtime. */
import type { Checkpoint, QAGenModel, SpecialTokens, TextPrefix, TokenId } from '../core/qagen-model.js';
import { forceSequences } from './force-sequences.js';
import { type GraphFiles, type Graphs, openGraphs } from './graphs.js';
import type { Manifest } from './manifest.js';
import type { Backend } from './onnx-runtime.js';
import { openPaths } from './onnx-paths.js';
import { type ReadPrefix, readInMemory, readOnDevice, readTokens } from './read-text.js';
import { TextTokenizer } from './tokenizer.js';

export interface ModelFiles extends GraphFiles {
  readonly manifest: Manifest;
  /** tokenizer.json and tokenizer_config.json, parsed. */
  readonly tokenizer: unknown;
  readonly tokenizerConfig: unknown;
}

export class OnnxQAGenModel implements QAGenModel {
  readonly id: string;
  readonly version: string;
  readonly tokens: SpecialTokens;
  readonly contextLength: number;

  private constructor(
    manifest: Manifest,
    private readonly tokenizer: TextTokenizer,
    private readonly graphs: Graphs,
    private readonly backend: Backend,
  ) {
    ({ id: this.id, version: this.version, tokens: this.tokens, contextLength: this.contextLength } = manifest);
  }

  /** Throws QualsError `model-damaged` or `model-incompatible`, and what ONNX Runtime throws. */
  static async open(files: ModelFiles, backend: Backend): Promise<OnnxQAGenModel> {
    const tokenizer = new TextTokenizer(files.tokenizer, files.tokenizerConfig);
    const graphs = await openGraphs(files.manifest, files, backend);
    return new OnnxQAGenModel(files.manifest, tokenizer, graphs, backend);
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
    const { body } = this.graphs;
    const readChunk = this.backend.kind === 'gpu' ? readOnDevice(body) : readInMemory(body, this.backend.runtime);
    const tokens = [...text, this.tokens.start];
    const prefix = await readTokens(readChunk, body.architecture.width, tokens, checkpoint, onProgress);
    return new OnnxTextPrefix(text.length, this.graphs, prefix, this.tokens);
  }

  /** Frees the sessions; the model is of no use afterwards. */
  async release(): Promise<void> {
    await this.graphs.body.release();
    await this.graphs.head.release();
  }
}

class OnnxTextPrefix implements TextPrefix {
  constructor(
    readonly tokenCount: number,
    private readonly graphs: Graphs,
    private readonly prefix: ReadPrefix,
    private readonly tokens: SpecialTokens,
  ) {}

  openPaths: TextPrefix['openPaths'] = (beginnings, count) =>
    openPaths({ graphs: this.graphs, prefix: this.prefix, end: this.tokens.end, count }, beginnings);

  forceScore: TextPrefix['forceScore'] = (sequences, alternatives, checkpoint, onProgress) =>
    forceSequences(this.graphs, this.prefix, sequences, alternatives, checkpoint, onProgress);

  release(): void {
    this.prefix.keyValues.dispose();
  }
}
