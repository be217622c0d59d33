/** Where a key moves in a table of rows. */

/** `at`: the place of the active row; -1 for none. `page`: rows that fit the window. Undefined for other keys. */
export function movedTo(key: string, at: number, rows: number, page: number): number | undefined {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: rows - 1,
  }[key];
  return to === undefined || rows === 0 ? undefined : Math.min(rows - 1, Math.max(0, to));
}
