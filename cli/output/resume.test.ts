import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MATCHED, PRESETS, RELEASED } from '../../src/core/protocol.js';
import { listOf } from '../../src/batch/testing/chunks.js';
import { methodFields } from '../../src/core/method/method-fields.js';
import { methodOf, type ScoringMethod } from '../../src/core/method/scoring-method.js';
import { keepWrittenRows } from './resume.js';
import { UsageError } from '../arguments/usage-error.js';

const METHOD = methodOf(MATCHED, { id: 'tiny', version: '2' });
const row = (id: string | number | null, method: ScoringMethod = METHOD): string =>
  `${JSON.stringify({ id, outcome: 'scored', ...methodFields(method) })}\n`;

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quals-resume-'));
  path = join(folder, 'scores.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const rowsOf = async (file: string) => listOf((await keepWrittenRows(file, METHOD)).rows());
const idsOf = async (file: string) => (await rowsOf(file)).map(({ id }) => id);

describe('keepWrittenRows', () => {
  it('finds nothing in an empty file', async () => {
    await writeFile(path, '');
    expect(await idsOf(path)).toEqual([]);
  });

  it('gives ids in order, that of a bad row among them', async () => {
    const big = row(1).replace('{"id":1,', '{"id":12345678901234567891,');
    await writeFile(path, row('a\u2028b') + row(2) + row(null) + big);
    expect(await idsOf(path)).toEqual(['a\u2028b', 2, null, 12345678901234567891n]);
  });

  it('says how each row ended', async () => {
    await writeFile(path, row('a') + row('b').replace('"scored"', '"error"') + row('c').replace('"scored"', '"lost"'));
    await expect(rowsOf(path)).rejects.toThrow('line 3 has no outcome: it was not written by this command.');
    await writeFile(path, row('a') + row('b').replace('"scored"', '"error"'));
    expect(await rowsOf(path)).toEqual([
      { id: 'a', outcome: 'scored' },
      { id: 'b', outcome: 'error' },
    ]);
  });

  it('cuts off a first row that was not finished', async () => {
    await writeFile(path, '{"id":1,"qu');
    expect(await idsOf(path)).toEqual([]);
    expect(await readFile(path, 'utf8')).toBe('');
  });

  it('cuts off a row that was not finished', async () => {
    await writeFile(path, `${row('ä')}{"id":2,"qu`);
    expect(await idsOf(path)).toEqual(['ä']);
    expect(await readFile(path, 'utf8')).toBe(row('ä'));
  });

  it.each<[string, ScoringMethod, RegExp]>([
    ['another model', methodOf(MATCHED, { id: 'other', version: '2' }), /other 2, .*this run uses tiny 2, /],
    [
      'another version of the model',
      methodOf(MATCHED, { id: 'tiny', version: '1' }),
      /tiny 1, .*this run uses tiny 2, /,
    ],
    ['another protocol', methodOf(RELEASED, METHOD.model), /released protocol.*this run uses .*matched protocol/],
    [
      'fewer paths',
      methodOf({ ...MATCHED, search: PRESETS.quick }, METHOD.model),
      /20 paths.*this run uses .*60 paths/,
    ],
    [
      'texts that were not normalised',
      { ...METHOD, normalisation: 0 },
      /no text normalisation; this run uses .*tion 1/,
    ],
  ])('does not mix scores with those of %s', async (_, other, reason) => {
    const text = row('a') + row('b', other) + row('c');
    await writeFile(path, text);
    const refused = expect(keepWrittenRows(path, METHOD)).rejects;
    await refused.toThrow(UsageError);
    await refused.toThrow(/line 2 was scored with/);
    await refused.toThrow(reason);
    await refused.toThrow(/Name another --output, or run with the model and settings of the file/);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it.each(['null\n', 'Dear diary\n', 'Dear diary', `${row(1)}Dear diary`, '{"name":1}\n', '{"id":1}\n'])(
    'does not touch %j',
    async (text) => {
      await writeFile(path, text);
      await expect(keepWrittenRows(path, METHOD)).rejects.toThrow(UsageError);
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );
});
