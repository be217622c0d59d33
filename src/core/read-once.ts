/** `readText` for models that can keep a text. */
import type { Checkpoint, KeptText, TextPrefix } from './qagen-model.js';

/** A prefix that releases `text` with itself. Where reading fails or is stopped, `text` is released at once. */
export async function readOnce(
  text: KeptText,
  checkpoint: Checkpoint,
  onProgress?: (tokensDone: number, tokensTotal: number) => void,
): Promise<TextPrefix> {
  try {
    const prefix = await text.read(checkpoint, onProgress);
    return {
      tokenCount: prefix.tokenCount,
      openPaths: (...request) => prefix.openPaths(...request),
      forceScore: (...request) => prefix.forceScore(...request),
      readClaim: (...request) => prefix.readClaim(...request),
      release: () => {
        prefix.release();
        text.release();
      },
    };
  } catch (error) {
    text.release();
    throw error;
  }
}
