/** Number of likeliest tokens per position that the figure shows and greedy answering uses. */
export const ALTERNATIVES = 5;
