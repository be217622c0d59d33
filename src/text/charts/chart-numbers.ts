/** Formats for probabilities and their ratios. Inputs are natural logarithms, so that 10⁻⁴⁰⁰ keeps its digits. */
import { signed } from '../numbers.js';

const TIMES = '\u00d7';
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const large = new Intl.NumberFormat('en', { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 });
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10⁻⁷ */
export function powerOfTen(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/** 0.932, 0.0000048, 4.8 × 10⁻¹²; "over 0.999" if three digits would suggest certainty. */
export function probabilityOf(logProb: number): string {
  const value = Math.exp(logProb);
  if (value >= 0.9995) return logProb === 0 ? '1' : 'over 0.999';
  if (value >= 0.01) return value.toFixed(3);
  if (value >= 1e-7) return withTwoDigits(value);
  return scientific(logProb);
}

/** .93 on a linear chart; ≈0 if it is too small to see. */
export function shortProbability(logProb: number): string {
  const value = Math.exp(logProb);
  if (value < 0.001) return '≈0';
  if (value < 0.01) return '<.01';
  return value >= 0.995 ? '1' : value.toFixed(2).replace(/^0/, '');
}

/** .643 in a column of likeliest tokens; <.001 if three digits would show zero. */
export function listedProbability(logProb: number): string {
  const value = Math.exp(logProb);
  if (value < 0.001) return '<.001';
  return value >= 0.9995 ? '1.000' : value.toFixed(3).replace(/^0/, '');
}

/** "196,000 times less likely", "1.3 times more likely", "as likely" (within 5 %). `difference`: natural log of the ratio. */
export function timesAsLikely(difference: number): string {
  if (Math.abs(difference) < Math.log(1.05)) return 'as likely';
  return `${times(Math.abs(difference))} times ${difference < 0 ? 'less' : 'more'} likely`;
}

/** e^difference in two or three digits: 1.3, 48, 196,000, 224 million, 1.2 × 10¹⁷. */
export function times(difference: number): string {
  const ratio = Math.exp(difference);
  if (ratio >= 1e15) return scientific(difference);
  if (ratio >= 999_500) return large.format(ratio);
  if (ratio < 9.95) return ratio.toFixed(1);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(ratio)) - 2);
  return whole.format(Math.round(ratio / step) * step);
}

/** −12.2; two digits below 1 in size. */
export function difference(value: number): string {
  return signed(value, Math.abs(value) < 0.995 ? 2 : 1);
}

/** 1st, 2nd, 41st, 1,204th */
export function ordinal(rank: number): string {
  const suffix = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[ordinals.select(rank)];
  return `${whole.format(rank)}${suffix}`;
}

function withTwoDigits(value: number): string {
  const places = 1 - Math.floor(Math.log10(value));
  return value.toFixed(places);
}

/** A number given by its natural logarithm, as 4.8 × 10⁻¹². */
function scientific(logValue: number): string {
  const decimal = logValue / Math.LN10;
  let exponent = Math.floor(decimal);
  let mantissa = (10 ** (decimal - exponent)).toFixed(1);
  if (mantissa === '10.0') {
    mantissa = '1.0';
    exponent += 1;
  }
  return `${mantissa} ${TIMES} ${powerOfTen(exponent)}`;
}
