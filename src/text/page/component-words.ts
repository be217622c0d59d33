/** Texts of the generic elements. */
export const COPY = { idle: 'Copy', done: 'Copied', failed: 'Could not copy' } as const;
export const DOWNLOAD = { idle: 'Download', busy: 'Preparing…', failed: 'The file could not be created' } as const;
export const NOTICE = { notice: 'Notice', stopped: 'Stopped', details: 'Technical details' } as const;
export const THEME = { label: 'Theme', system: 'System', light: 'Light', dark: 'Dark' } as const;
export const STEP = { done: 'done', current: 'in progress', waiting: 'waiting' } as const;
