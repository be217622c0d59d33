/** Number formats. */

const MINUS = '\u2212';
const NARROW_SPACE = '\u202f';

const whole = new Intl.NumberFormat('en');

/** 1,234 */
export function count(value: number): string {
  return whole.format(value);
}

/** −0.858; a true minus sign, and no sign on zero. */
export function signed(value: number, digits = 3): string {
  const fixed = Math.abs(value).toFixed(digits);
  return value < 0 && Number(fixed) !== 0 ? `${MINUS}${fixed}` : fixed;
}

/** A share of 1 as "38 %", "under 1 %" or "over 99 %"; never a certainty. */
export function percent(share: number): string {
  if (share < 0.01) return `under 1${NARROW_SPACE}%`;
  if (share > 0.99) return `over 99${NARROW_SPACE}%`;
  return `${Math.round(share * 100)}${NARROW_SPACE}%`;
}

/** A probability: .643, "under .001". */
export function probability(value: number): string {
  if (value < 0.001) return 'under .001';
  if (value >= 0.9995) return '1.000';
  return value.toFixed(3).replace(/^0/, '');
}

/** 97.1 MB, in millions of bytes as systems and browsers count them. */
export function megabytes(bytes: number): string {
  const value = bytes / 1e6;
  return `${value < 100 ? value.toFixed(1) : whole.format(Math.round(value))}\u00a0MB`;
}

/** 12 kB, 0.4 MB. */
export function byteSize(bytes: number): string {
  return bytes < 1e5 ? `${Math.ceil(bytes / 1e3)}\u00a0kB` : megabytes(bytes);
}

/** 0:17, 12:05 */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "0.3 s", "41.3 s", "3 min 5 s" */
export function seconds(value: number): string {
  if (value < 100) return `${value.toFixed(1)}\u00a0s`;
  const rounded = Math.round(value);
  return `${Math.floor(rounded / 60)}\u00a0min ${rounded % 60}\u00a0s`;
}

/** "1 pair", "2 pairs" */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
