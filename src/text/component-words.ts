/** What the generic elements say. */
export const COPY = { idle: 'Copy', done: 'Copied', failed: 'Could not copy' } as const;
export const DOWNLOAD = { idle: 'Download', busy: 'Preparing…', failed: 'Could not make the file' } as const;
export const NOTICE = { notice: 'Notice', stopped: 'Stopped', details: 'Technical details' } as const;
export const THEME = { label: 'Theme', system: 'System', light: 'Light', dark: 'Dark' } as const;
export const STEP = { done: 'done', current: 'under way', waiting: 'waiting' } as const;
