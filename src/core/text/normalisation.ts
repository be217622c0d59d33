/** Version of the recipe that normalises both texts before scoring. 0: none. Scores of different recipes do not compare. */
export const NORMALISATION = 1;
