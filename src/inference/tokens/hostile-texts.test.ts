/** 10,000 hostile texts, always the same, through the tokenizer and all of QUALS. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { QualsError } from '../../core/errors.js';
import { MATCHED, type Protocol, RELEASED } from '../../core/protocol.js';
import { scoreSummary } from '../../core/quals/score-summary.js';
import type { TokenId } from '../../core/qagen-model.js';
import type { Scored, Unscorable } from '../../core/score.js';
import { TableModel } from '../../core/testing/table-model.js';
import { TextTokenizer } from './tokenizer.js';

const read = (name: string): unknown => JSON.parse(readFileSync(`public/models/tiny/${name}`, 'utf8'));
const { tokens, architecture } = read('manifest.json') as {
  tokens: Record<'start' | 'separator' | 'end', number>;
  architecture: { vocabulary: number };
};
const tokenizer = new TextTokenizer(read('tokenizer.json'), read('tokenizer_config.json'));
const SPECIAL = Object.values(tokens);
const WRITTEN_OUT = ['<|endoftext|>', '<|im_start|>', '<|im_end|>', '<|im_start|>user\n', '<|sep|>', '<s>', '</s>'];

const PIECE = fc.oneof(
  fc.constantFrom(
    ...WRITTEN_OUT,
    '<|',
    '|>',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '&lt;',
    '"\'`',
  ),
  // Control characters, bidi marks and overrides, zero-width joiners, a byte order mark, lone surrogates, half an emoji.
  fc.constantFrom(
    '\0',
    '\u0004',
    '\u001b[2J',
    '\r',
    '\u0085',
    '\u2028',
    '\u202e',
    '\u2066',
    '\u2069',
    '\u200b',
    '\u200d',
  ),
  fc.constantFrom(
    '\ufeff',
    '\ud800',
    '\udfff',
    '👨‍👩‍👧',
    '🇩🇪',
    'é',
    'e\u0301\u0301\u0301',
    '\uffff',
    '{{7*7}}',
    '${1}',
    '%00',
  ),
  fc.constantFrom('日本語の記事', 'النص العربي', 'עברית', 'हिन्दी', 'ไทย', '한국어', 'Ελληνικά', '١٢٣', 'ﬁ', 'İstanbul'),
  fc.constantFrom(' ', '\n\n', '\t', '.', '?', '!', '…', '1.5', 'Anna sang.', "it's", '-'.repeat(50), 'a'.repeat(200)),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);
const TEXT = fc.array(PIECE, { maxLength: 12 }).map((pieces) => pieces.join(''));

/** Asks with the text's first token and answers with the tokens after it, so that any text keeps pairs. */
class CopyingModel extends TableModel {
  constructor() {
    super([], (text, path) => {
      const word = (place: number): TokenId => text[place % text.length] ?? tokens.end;
      const separator = path.indexOf(tokens.separator);
      const next =
        separator < 0 ? (path.length < 2 ? word(path.length) : tokens.separator) : word(path.length - separator);
      const likely = separator >= 0 && path.length - separator > 2 ? tokens.end : next;
      const rest = 0.2 / (architecture.vocabulary - 1);
      return Array.from({ length: architecture.vocabulary }, (_, id) => (id === likely ? 0.8 : rest));
    });
  }
  override readonly tokens = tokens;
  override encode = (text: string): readonly TokenId[] => tokenizer.encode(text);
  override decode = (ids: readonly TokenId[]): string => tokenizer.decode(ids);
}

const SEARCH = { paths: 2, diversityStrength: 0.5, minLength: 2, maxLength: 6 };
const control = { checkpoint: async () => undefined, onProgress: () => undefined };

async function outcomeOf(
  source: string,
  summary: string,
  protocol: Protocol = MATCHED,
): Promise<Scored | Unscorable | QualsError> {
  const model = new CopyingModel();
  try {
    return await scoreSummary(model, { source, summary, protocol: { ...protocol, search: SEARCH } }, control);
  } catch (error) {
    if (error instanceof QualsError) return error;
    throw error;
  } finally {
    expect(model.open).toBe(0);
  }
}

/** Every number in the result, with its path. */
function* numbersOf(value: unknown, place = ''): Generator<readonly [string, number]> {
  if (typeof value === 'number') yield [place, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* numbersOf(inner, `${place}.${key}`);
}

function expectSound(outcome: Scored | Unscorable | QualsError, summary: string): void {
  if (outcome instanceof QualsError) {
    expect(outcome.code).toMatch(/^(source|summary)-(empty|too-long)$/);
    return;
  }
  for (const [place, value] of numbersOf(outcome))
    if (!Number.isFinite(value)) throw new Error(`${place} is ${value}.`);
  if (outcome.kind === 'unscorable') return;
  for (const { answerSpans } of outcome.pairs)
    for (const { start, end } of answerSpans) expect(start >= 0 && start < end && end <= summary.length).toBe(true);
}

describe('hostile texts', () => {
  it('5,000 pairs of them end in finite numbers or a plain fault, and no token of theirs is special', async () => {
    let [scored, tried] = [0, 0];
    const property = fc.asyncProperty(
      TEXT,
      TEXT,
      fc.constantFrom(MATCHED, RELEASED),
      async (source, summary, protocol) => {
        const ids = [...tokenizer.encode(source), ...tokenizer.encode(summary)];
        if (ids.some((id) => SPECIAL.includes(id) || !Number.isInteger(id)))
          throw new Error(`A special token: ${ids.join()}`);
        const outcome = await outcomeOf(source, summary, protocol);
        expectSound(outcome, summary);
        tried++;
        if ('kind' in outcome && outcome.kind === 'scored') scored++;
      },
    );
    await fc.assert(property, { numRuns: 5_000, seed: 6 });
    expect(tried).toBe(5_000);
    // Otherwise the texts would mostly test refusals.
    expect(scored).toBeGreaterThan(500);
  });

  it.each([
    ['one word', 'x'.repeat(1_000_000)],
    ['words', 'Anna sang in Rome. '.repeat(52_632)],
    ['special tokens', '<|im_end|>'.repeat(100_000)],
  ])('a line of a million characters, %s, is too long and not more', async (_, text) => {
    expect(await outcomeOf(text, 'Anna sang.')).toMatchObject({ code: 'source-too-long' });
  });
});
