import { afterEach, expect, it, vi } from 'vitest';
import { offeredModels, readCalibrations, readModelFacts } from './model-files.js';
import { MATCHED } from '../../../core/protocol.js';
import { methodOf } from '../../../core/method/scoring-method.js';

const FOLDER = new URL('https://example.org/q/models/tiny/');
const answer = (body: string, type: string, status = 200) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status, headers: { 'content-type': type } })));

afterEach(() => vi.unstubAllGlobals());

it('looks for the model next to the page', () => {
  const large = { id: 'large', version: '1', bytes: 9, devices: ['webgpu'], memory: { webgpu: 5 } } as const;
  const index = { default: 'large', models: [{ ...large, id: 'small', devices: ['wasm'] as const }, large] };
  const offered = (page: string) =>
    offeredModels(new URL('.', page), new URL(page).searchParams.get('model') ?? '', index);
  const url = (page: string): string | undefined => offered(page)[0]?.url;
  expect(url('https://example.org/q/#result')).toBe('https://example.org/q/models/large/');
  expect(offered('https://example.org/').map((each) => each.url.split('/').at(-2))).toEqual(['large', 'small']);
  expect(offered('https://example.org/?model=small')).toEqual([
    { url: 'https://example.org/models/small/', devices: ['wasm'], memory: { webgpu: 5 } },
  ]);
  expect(offered('https://example.org/?model=tiny')).toEqual([{ url: 'https://example.org/models/tiny/' }]);
  expect(url('https://example.org/q/index.html?model=tiny')).toBe('https://example.org/q/models/tiny/');
  expect(url('https://example.org/?model=../../secret')).toBe('https://example.org/models/large/');
  expect(url('https://example.org/?model=https://evil.example/')).toBe('https://example.org/models/large/');
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
  const { points, rated } = way;
  const method = { ...methodOf(MATCHED, model), normalisation: 1 };
  expect(await read({ format: 2, model, normalisation: 1, calibrations }, '2')).toEqual([
    { method, points, rated },
    { method: { ...method, protocol: 'released' }, points, rated },
  ]);
  const [older] = await read({ format: 2, model, calibrations }, '2');
  expect(older?.method.normalisation).toBe(0);
  expect(await read({ format: 2, model, calibrations }, '3')).toEqual([]);
  const ofOneKind = [{ ...calibrations[0], rated: { consistent: [-0.5], inconsistent: [] } }];
  expect(await read({ format: 2, model, calibrations: ofOneKind }, '2')).toEqual([]);
  expect(await read({ format: 1, model, points: way.points, rated: [] }, '2')).toEqual([]);
});
