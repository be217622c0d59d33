import { afterEach, expect, it, vi } from 'vitest';
import { modelUrl, readCalibrations, readModelFacts } from './model-files.js';

const FOLDER = new URL('https://example.org/q/models/tiny/');
const answer = (body: string, type: string, status = 200) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status, headers: { 'content-type': type } })));

afterEach(() => vi.unstubAllGlobals());

it('looks for the model next to the page', () => {
  const url = (page: string): string => modelUrl(new URL(page)).href;
  expect(url('https://example.org/q/#result')).toBe('https://example.org/q/models/qagen-smollm2-135m/');
  expect(url('https://example.org/q/index.html?model=tiny')).toBe('https://example.org/q/models/tiny/');
  expect(url('https://example.org/?model=../../secret')).toBe('https://example.org/models/qagen-smollm2-135m/');
  expect(url('https://example.org/?model=https://evil.example/')).toBe(
    'https://example.org/models/qagen-smollm2-135m/',
  );
});

it('adds up the bytes of the files', async () => {
  answer('{"id": "tiny", "version": "2", "files": [{"bytes": 5}, {"bytes": 7}]}', 'application/json');
  expect(await readModelFacts(FOLDER)).toEqual({ id: 'tiny', version: '2', bytes: 12 });
});

it('returns nothing if the server has no manifest or sends a page in its place', async () => {
  answer('', 'text/plain', 404);
  expect(await readModelFacts(FOLDER)).toBeUndefined();
  answer('<!doctype html>', 'text/html');
  expect(await readModelFacts(FOLDER)).toBeUndefined();
  answer('{"id": "tiny"}', 'application/json');
  expect(await readModelFacts(FOLDER)).toBeUndefined();
});

it('reads a calibration for each way to score, of the model’s own version alone', async () => {
  const point = { quals: -1, share: 0.5, low: 0.4, high: 0.6, near: 4, nearConsistent: 2 };
  const way = {
    paths: 60,
    points: [point, { ...point, quals: 0 }],
    rated: { consistent: [-0.5], inconsistent: [-1.2] },
  };
  const calibrations = [
    { ...way, protocol: 'matched' },
    { ...way, protocol: 'released' },
  ];
  const model = { id: 'tiny', version: '2' };
  const read = (content: unknown, version: string) => {
    answer(JSON.stringify(content), 'application/json');
    return readCalibrations(FOLDER, Promise.resolve({ id: 'tiny', version, bytes: 1 }));
  };
  expect(await read({ format: 2, model, calibrations }, '2')).toEqual(calibrations);
  expect(await read({ format: 2, model, calibrations }, '3')).toEqual([]);
  const ofOneKind = [{ ...calibrations[0], rated: { consistent: [-0.5], inconsistent: [] } }];
  expect(await read({ format: 2, model, calibrations: ofOneKind }, '2')).toEqual([]);
  expect(await read({ format: 1, model, points: way.points, rated: [] }, '2')).toEqual([]);
});
