/** Likeliest tokens that the figure shows at each place, and that answers follow. */
export const ALTERNATIVES = 5;
