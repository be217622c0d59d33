/** How likely the tokens of a claim are without a text. Where the text makes a token hardly likelier, the text says little for it. */
import type { Checkpoint, QAGenModel, TokenId } from '../qagen-model.js';

/**
 * Natural log p(token | marker, tokens before it), one for each token of the claim. With log p(token | text, marker, tokens before it)
 * it gives the pointwise mutual information of text and token (van der Poel et al., 2022).
 */
export async function priorLogProbs(
  { noText }: Pick<QAGenModel, 'noText'>,
  claim: readonly TokenId[],
  checkpoint: Checkpoint,
  isEdit = false,
): Promise<readonly number[]> {
  const prefix = await noText.read(checkpoint);
  try {
    return (await prefix.readClaim(claim, checkpoint, isEdit)).logProbs;
  } finally {
    prefix.release();
  }
}
