import { describe, expect, it } from 'vitest';
import { QualsError } from '../../core/errors.js';
import { parseManifest, readFiles } from './manifest.js';

const file = (path: string, role: string): object => ({ path, role, bytes: 1, sha256: 'a'.repeat(64) });

const manifest = {
  format: 1,
  id: 'tiny',
  version: '1.0.0',
  licence: 'Apache-2.0',
  architecture: { layers: 1, width: 8, queryHeads: 2, keyValueHeads: 1, headSize: 4, vocabulary: 16 },
  contextLength: 64,
  tokens: { start: 1, separator: 2, end: 0 },
  layout: 'q4-block32-offset',
  externalData: 'weights.bin',
  files: [
    file('body.onnx', 'body'),
    file('head.onnx', 'head'),
    file('body-cpu.onnx', 'body-cpu'),
    file('head-cpu.onnx', 'head-cpu'),
    file('weights-00.bin', 'weights'),
    file('tokenizer.json', 'tokenizer'),
    file('tokenizer_config.json', 'tokenizer-config'),
    file('self-check.json', 'self-check'),
  ],
};

function codeOf(text: string): string {
  try {
    parseManifest(text);
  } catch (error) {
    if (error instanceof QualsError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('parseManifest', () => {
  it('reads a whole manifest', () => {
    expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
  });

  it('distinguishes another format from damage', () => {
    expect(codeOf(JSON.stringify({ ...manifest, format: 2 }))).toBe('model-incompatible');
    expect(codeOf('<!doctype html>')).toBe('model-damaged');
    expect(codeOf(JSON.stringify({ ...manifest, contextLength: '64' }))).toBe('model-damaged');
    expect(codeOf('null')).toBe('model-damaged');
  });

  it('tells an unknown layout of the weights, whatever else is new in it', () => {
    expect(codeOf(JSON.stringify({ ...manifest, layout: 'q2-block16' }))).toBe('model-layout-unknown');
    expect(codeOf(JSON.stringify({ ...manifest, layout: 'q2-block16', files: [] }))).toBe('model-layout-unknown');
    expect(() => parseManifest(JSON.stringify({ ...manifest, layout: 'q2-block16' }))).toThrow(
      'manifest.json has layout "q2-block16"; this version reads q4-block32-offset.',
    );
  });

  it('does not read files of further roles', () => {
    const files = [...manifest.files, file('later-role.onnx', 'later-role')];
    const parsed = parseManifest(JSON.stringify({ ...manifest, files }));
    expect(readFiles(parsed)).toEqual(manifest.files);
  });

  it('requires a file for each role', () => {
    const files = manifest.files.filter((entry) => !JSON.stringify(entry).includes('"head"'));
    expect(codeOf(JSON.stringify({ ...manifest, files }))).toBe('model-damaged');
  });

  it('does not let a path leave the folder', () => {
    for (const path of ['../secret', '/etc/passwd', 'https://example.org/x', 'a/b', '..']) {
      expect(codeOf(JSON.stringify({ ...manifest, files: [...manifest.files, file(path, 'weights')] }))).toBe(
        'model-damaged',
      );
    }
  });
});
