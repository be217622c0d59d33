/** The article of the last score stays read: all summaries of one article share its prefix. */
import type { KeptText, QAGenModel } from '../qagen-model.js';
import { normaliseText } from '../text/normalise-text.js';

export class KeptArticle {
  private source: string | undefined;
  private text: KeptText | undefined;

  constructor(private readonly model: Pick<QAGenModel, 'encode' | 'keepText' | 'mostKeptTokens'>) {}

  /**
   * The normalised source, as a score reads it. The same text as before for the same `source`; for another one, the text before it is released. Undefined where the
   * article is empty or longer than the model may keep: it is then read for each summary anew.
   */
  open(source: string): KeptText | undefined {
    if (source === this.source) return this.text;
    this.release();
    const tokens = this.model.encode(normaliseText(source).text);
    this.source = source;
    const fits = tokens.length > 0 && tokens.length <= this.model.mostKeptTokens;
    this.text = fits ? this.model.keepText(tokens) : undefined;
    return this.text;
  }

  /** Before the model is released. Calling it twice does nothing. */
  release(): void {
    this.text?.release();
    this.text = undefined;
    this.source = undefined;
  }
}
