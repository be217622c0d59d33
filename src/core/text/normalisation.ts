/** Version of the recipe in normalise-text.ts and repeated-sentences.ts. Scores of texts normalised differently do not compare. */
export const NORMALISATION = 1;
