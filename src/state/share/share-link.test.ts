import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeShare, encodeShare } from './share-link.js';
import type { SharedTexts } from './shared-texts.js';

const SHARED: SharedTexts = {
  source: 'An article.\n<script>alert(1)</script> \u202Egnitaol\u2066 🥊',
  summary: 'Zürich & “Köln”',
  protocol: 'released',
  preset: 'quick',
};

/** By hand: what another writer would send. */
const linkOf = (content: string | Buffer, version: string | number = 1): string =>
  `#share=${version}.${deflateRawSync(content).toString('base64url')}`;
const json = (change: object = {}): string =>
  JSON.stringify({ format: 'quals-texts', version: 1, ...SHARED, ...change });

describe('a share link', () => {
  it('gives texts and settings back, and nothing else', async () => {
    expect(await decodeShare(await encodeShare(SHARED))).toEqual({ ok: true, shared: SHARED });
    expect(await decodeShare(linkOf(json({ extra: 1 })))).toEqual({ ok: true, shared: SHARED });
  });

  it('is raw DEFLATE in base64url with a version, as others can read it', async () => {
    const [, data = ''] = /^#share=1\.([\w-]+)$/.exec(await encodeShare(SHARED)) ?? [];
    expect(JSON.parse(inflateRawSync(Buffer.from(data, 'base64url')).toString())).toEqual(JSON.parse(json()));
  });

  it('of a usual article and summary is under its limit', async () => {
    const words =
      'the of and to in a is that for it as was with be by on not he this are or his from at which but have an'.split(
        ' ',
      );
    // Like prose of 600 words in how well it compresses: common words, and a number in every seventh place.
    const word = (n: number): string => `${words[(n * n * 7 + n) % words.length] ?? ''}${n % 7 ? '' : n}`;
    const source = Array.from({ length: 600 }, (_, n) => word(n)).join(' ');
    expect((await encodeShare({ ...SHARED, source })).length).toBeLessThan(8_000);
  });
});

describe('a hostile fragment is refused', () => {
  const whole = linkOf(json());
  const bomb = linkOf(Buffer.alloc(60_000_000, 0x20));

  it.each([
    ['without data', '#share=', 'damaged'],
    ['without a version', whole.replace('1.', ''), 'damaged'],
    ['with version 0.5', whole.replace('1.', '0.5.'), 'damaged'],
    ['of a newer version', linkOf(json(), 2), 'newer'],
    ['of a newer content', linkOf(json({ version: 2 })), 'newer'],
    ['that is cut off', whole.slice(0, -12), 'damaged'],
    ['with a changed character', `${whole.slice(0, 40)}${whole[40] === 'A' ? 'B' : 'A'}${whole.slice(41)}`, 'damaged'],
    ['with other characters', `${whole}%3Cscript%3E`, 'damaged'],
    ['that is no DEFLATE', `#share=1.${Buffer.from('hello').toString('base64url')}`, 'damaged'],
    ['that is not UTF-8', linkOf(Buffer.from([0x22, 0xff, 0xfe, 0x22])), 'damaged'],
    ['that is no JSON', linkOf('Dear diary'), 'damaged'],
    ['of null', linkOf('null'), 'damaged'],
    ['without a summary', linkOf(json({ summary: undefined })), 'damaged'],
    ['with a text that is none', linkOf(json({ source: { toString: 1 } })), 'damaged'],
    ['with an unknown protocol', linkOf(json({ protocol: 'own' })), 'damaged'],
    ['with a prototype', linkOf('{"__proto__":{"format":"quals-texts"},"version":1}'), 'damaged'],
    ['that is huge', `#share=1.${'A'.repeat(200_000)}`, 'too-large'],
    ['that inflates to 60 MB', bomb, 'too-large'],
  ])('%s', async (_, fragment, fault) => {
    expect(await decodeShare(fragment)).toEqual({ ok: false, fault });
  });
});
