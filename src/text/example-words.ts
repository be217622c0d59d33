/** Words of the examples. */
export const EXAMPLES = 'Examples';
export const EXAMPLES_NOTE = 'QUALS, scored beforehand';
export const WORKED = 'Worked example';
export const WORKED_NOTE = 'Scored beforehand, so nothing had to be downloaded';
export const NOT_SCORED_YET = 'This example has not been scored beforehand. Press Score to do it here.';
export const OPEN_FULL = 'Open the full result';
export const CAPTION_LEAD = 'Figure 1.';
export const CAPTION =
  'Both questions were written from the summary. A bar stands for a word’s probability given the summary, a ring for its probability given the article. QUALS is the mean of such differences over all pairs.';
export const UNREACHABLE = 'The examples could not be read.';
