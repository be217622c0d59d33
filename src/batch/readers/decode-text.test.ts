import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.js';
import { chunksOf, listOf, piecesOf } from '../testing/chunks.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const decoded = async (bytes: Uint8Array, size: number): Promise<string> =>
  (await listOf(decodeText(piecesOf(bytes, size)))).join('');

describe('decodeText', () => {
  it.each([1, 2, 3, 5, 100])('decodes characters that chunks of %i bytes cut', async (size) => {
    expect(await decoded(bytesOf('a\né\n€\n😀\u2028z'), size)).toBe('a\né\n€\n😀\u2028z');
  });

  it.each([1, 2, 100])('drops the byte-order mark, and no other, with chunks of %i bytes', async (size) => {
    expect(await decoded(bytesOf('\ufeffa\ufeffb'), size)).toBe('a\ufeffb');
  });

  it('passes text through, without its mark', async () => {
    expect(await listOf(decodeText(chunksOf('\ufeffa', 'b')))).toEqual(['a', 'b']);
  });

  // "é" is E9 in Latin-1: in UTF-8 the first byte of three.
  it.each([1, 3, 7, 100])('names line and byte of Latin-1 with chunks of %i bytes', async (size) => {
    const bytes = Buffer.concat([Buffer.from('one €\ntwo é\n€ '), Buffer.from('caf\xe9 ol\xe9\nfour', 'latin1')]);
    await expect(decoded(bytes, size)).rejects.toMatchObject({ fault: { kind: 'not-utf-8', line: 3, byte: 0xe9 } });
  });

  it('names the last line where the input ends within a character', async () => {
    const fault = { kind: 'not-utf-8', line: 2, byte: undefined };
    await expect(decoded(bytesOf('a\n€').slice(0, -1), 100)).rejects.toMatchObject({ fault });
  });

  it.each([
    ['little-endian', Buffer.from('\ufeff{"id": 1}', 'utf16le')],
    ['big-endian', Buffer.from('\ufeff{"id": 1}', 'utf16le').swap16()],
    ['without a mark', Buffer.from('{"id": 1}', 'utf16le')],
  ])('refuses UTF-16, %s', async (_, bytes) => {
    await expect(decoded(bytes, 100)).rejects.toMatchObject({ fault: { kind: 'utf-16' } });
  });
});
