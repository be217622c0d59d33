/** Short, so that a run is short; without line breaks, because not every driver can type them. */
export const ARTICLE =
  'Astronomers have measured a planet that circles its star once every 11 days. It is named K-218c and has about three times the mass of Earth.';
export const SUMMARY = 'The planet K-218c circles its star once every 11 hours.';
