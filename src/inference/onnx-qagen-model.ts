/** The QAGen model of a model folder, with ONNX Runtime. */
import type { SupportHead } from '../core/first-look/support-head.js';
import type { Checkpoint, KeptText, QAGenModel, SpecialTokens, TextPrefix, TokenId } from '../core/qagen-model.js';
import { readOnce } from '../core/read-once.js';
import { openCpuGraphs } from './cpu/open-cpu-graphs.js';
import { openGpuGraphs } from './gpu/open-gpu-graphs.js';
import type { Graphs } from './graphs/graphs.js';
import type { Backend } from './graphs/onnx-runtime.js';
import { mostKeptTokens } from './model-files/budgets.js';
import type { ModelFiles } from './model-files/model-files.js';
import { OnnxKeptText } from './reading/onnx-kept-text.js';
import { TextTokenizer } from './tokens/tokenizer.js';

export class OnnxQAGenModel implements QAGenModel {
  readonly id: string;
  readonly version: string;
  readonly tokens: SpecialTokens;
  readonly contextLength: number;
  readonly mostKeptTokens: number;

  readonly supportHead: SupportHead | undefined;
  readonly noText: KeptText;

  private constructor(
    { manifest, supportHead }: ModelFiles,
    private readonly tokenizer: TextTokenizer,
    private readonly graphs: Graphs,
  ) {
    ({ id: this.id, version: this.version, tokens: this.tokens, contextLength: this.contextLength } = manifest);
    this.mostKeptTokens = mostKeptTokens(manifest);
    this.supportHead = supportHead;
    this.noText = this.keepText([]);
  }

  /** Throws QualsError `model-damaged` or `model-incompatible`, and errors of ONNX Runtime. */
  static async open(files: ModelFiles, backend: Backend): Promise<OnnxQAGenModel> {
    const tokenizer = new TextTokenizer(files.tokenizer, files.tokenizerConfig);
    const graphs = await (backend.kind === 'cpu' ? openCpuGraphs(files, backend) : openGpuGraphs(files, backend));
    return new OnnxQAGenModel(files, tokenizer, graphs);
  }

  encode(text: string): readonly TokenId[] {
    return this.tokenizer.encode(text);
  }

  decode(tokens: readonly TokenId[]): string {
    return this.tokenizer.decode(tokens);
  }

  readText(
    text: readonly TokenId[],
    checkpoint: Checkpoint,
    onProgress?: (tokensDone: number, tokensTotal: number) => void,
  ): Promise<TextPrefix> {
    return readOnce(this.keepText(text), checkpoint, onProgress);
  }

  keepText(text: readonly TokenId[]): KeptText {
    return new OnnxKeptText(this.graphs, this.tokens, text, this.supportHead);
  }

  /** Frees the sessions; the model cannot be used afterwards. Release kept texts first. */
  async release(): Promise<void> {
    this.noText.release();
    await this.graphs.body.release();
    await this.graphs.head.release();
  }
}
