import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MATCHED } from '../src/core/protocol.js';
import { keepWrittenRows } from './resume.js';
import { UsageError } from './usage-error.js';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quals-resume-'));
  path = join(folder, 'scores.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

describe('keepWrittenRows', () => {
  it('finds no rows if there is no file', async () => {
    expect(await keepWrittenRows(path, MATCHED)).toEqual([]);
  });

  it('returns ids in order, including the id of a bad row', async () => {
    await writeFile(path, '{"id":"a"}\n{"id":2}\n{"id":null}\n');
    expect(await keepWrittenRows(path, MATCHED)).toEqual(['a', 2, null]);
  });

  it('cuts off an incomplete row', async () => {
    await writeFile(path, '{"id":"ä"}\n{"id":2,"qu');
    expect(await keepWrittenRows(path, MATCHED)).toEqual(['ä']);
    expect(await readFile(path, 'utf8')).toBe('{"id":"ä"}\n');
  });

  it.each(['{"id":1,"protocol":"matched","paths":20}\n', '{"id":1,"protocol":"released","paths":60}\n'])(
    'does not mix other scores with %j',
    async (text) => {
      await writeFile(path, text);
      await expect(keepWrittenRows(path, MATCHED)).rejects.toThrow(/this run has matched, 60 paths/);
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );

  it.each(['null\n', 'Dear diary\n', 'Dear diary', '{"id":1}\nDear diary', '{"name":1}\n'])(
    'does not touch %j',
    async (text) => {
      await writeFile(path, text);
      await expect(keepWrittenRows(path, MATCHED)).rejects.toThrow(UsageError);
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );
});
