import { cp, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readModelFolder } from './model-folder.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quals-model-'));
  await cp('public/models/tiny', folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

describe('readModelFolder', () => {
  it('joins the shards in order', async () => {
    const { manifest, weights } = await readModelFolder(folder);
    const bytes = manifest.files.filter(({ role }) => role === 'weights').map((file) => file.bytes);
    expect(bytes.length).toBeGreaterThan(1);
    expect(weights.length).toBe(bytes.reduce((sum, size) => sum + size, 0));
  });

  it('names a damaged file', async () => {
    await truncate(join(folder, 'weights-01.bin'), 100);
    await expect(readModelFolder(folder)).rejects.toMatchObject({
      code: 'model-damaged',
      message: expect.stringContaining('weights-01.bin: 100 bytes') as string,
    });
  });

  it('names a missing file and another format', async () => {
    await rm(join(folder, 'head.onnx'));
    await expect(readModelFolder(folder)).rejects.toMatchObject({ code: 'model-not-found' });
    await writeFile(join(folder, 'manifest.json'), '{"format": 2}');
    await expect(readModelFolder(folder)).rejects.toMatchObject({ code: 'model-incompatible' });
  });
});
