import { expect, it } from 'vitest';
import { isolate } from './isolate.js';

it('adds the two headers of cross-origin isolation and keeps the rest', async () => {
  const plain = new Response('<!doctype html>', { status: 203, headers: { 'Content-Type': 'text/html' } });
  const isolated = isolate(plain);
  expect(Object.fromEntries(isolated.headers)).toEqual({
    'content-type': 'text/html',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  });
  expect([isolated.status, await isolated.text()]).toEqual([203, '<!doctype html>']);
});

it('leaves the headers of a server that sends them', () => {
  const headers = {
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    'Cross-Origin-Embedder-Policy': 'credentialless',
  };
  const own = new Response('', { headers });
  expect(isolate(own)).toBe(own);
});

it('leaves a failed request and a response without a body', () => {
  expect(isolate(Response.error()).type).toBe('error');
  expect(isolate(new Response(null, { status: 204 })).status).toBe(204);
});
