/** The window in CSS pixels; the time that one script or one start may take, in milliseconds, on a slow, shared machine. */
export const WINDOW = { width: 1280, height: 900 };
export const SCRIPT_LIMIT = 120_000;
/** Loading the model or one scored run. */
export const RUN_LIMIT = 400_000;
