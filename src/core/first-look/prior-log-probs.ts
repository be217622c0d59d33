/** How likely the tokens of a claim are without a text. Where the text makes a token hardly likelier, the text says little for it. */
import type { Checkpoint, QAGenModel, TokenId } from '../qagen-model.js';

/**
 * Natural log p(token | marker, tokens before it), one for each token of the claim. With log p(token | text, marker, tokens before it)
 * it gives the pointwise mutual information of text and token (van der Poel et al., 2022).
 */
export async function priorLogProbs(
  model: Pick<QAGenModel, 'readText'>,
  marker: TokenId,
  claim: readonly TokenId[],
  checkpoint: Checkpoint,
): Promise<readonly number[]> {
  const prefix = await model.readText([], checkpoint);
  try {
    const [forced = []] = await prefix.forceScore([[marker, ...claim]], 1, checkpoint);
    return forced.slice(1).map(({ logProb }) => logProb);
  } finally {
    prefix.release();
  }
}
