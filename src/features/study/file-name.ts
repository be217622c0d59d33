/** Names of exported files. */
import type { Study } from '../../core/study/study.js';

/** Letters and digits of the study's name, then `end`. */
export function fileNameOf({ name }: Pick<Study, 'name'>, end: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return `${plain.slice(0, 60) || 'study'}.${end}`;
}
