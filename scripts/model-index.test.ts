/** public/models/index.json says of each model what the model's own manifest says. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseManifest } from '../src/inference/model-files/manifest.js';
import { parseModelIndex } from '../src/inference/model-files/model-index.js';

const MODELS = 'public/models';
const { models } = parseModelIndex(readFileSync(`${MODELS}/index.json`, 'utf8'));

it.each(models)('$id is listed as it is', ({ id, version, bytes }) => {
  const manifest = parseManifest(readFileSync(`${MODELS}/${id}/manifest.json`, 'utf8'));
  expect({ id, version }).toEqual({ id: manifest.id, version: manifest.version });
  expect(bytes).toBe(manifest.files.reduce((sum, file) => sum + file.bytes, 0));
});
