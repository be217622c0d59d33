/** Version of the recipe in normalise-text.ts and repeated-sentences.ts. Scores of different versions are not comparable. */
export const NORMALISATION = 1;
