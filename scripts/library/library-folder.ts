/** Where the library is built. */
export const LIBRARY = 'dist-lib';
