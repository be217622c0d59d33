/**
 * Version of the recipe in normalise-text.ts and repeated-sentences.ts. Scores of different versions are not comparable. A change that ships
 * with a new model needs no new number, because scores of two models are not comparable either.
 */
export const NORMALISATION = 1;
