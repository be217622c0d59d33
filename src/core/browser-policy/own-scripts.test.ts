import { expect, it, vi } from 'vitest';
import { trustOwnScripts } from './own-scripts.js';

const PAGE = 'https://example.org/q/index.html';

it('passes only scripts of the page’s own origin', () => {
  const createPolicy = vi.fn();
  const scope = { location: new URL(PAGE), trustedTypes: { createPolicy } };
  trustOwnScripts(scope, (url) => new URL(url, PAGE).origin);
  const [name, rules] = createPolicy.mock.calls[0] as [string, { createScriptURL: (url: string) => string }];
  expect(name).toBe('default');
  expect(rules.createScriptURL('./sw.js')).toBe('./sw.js');
  expect(rules.createScriptURL('https://example.org/a.js')).toBe('https://example.org/a.js');
  for (const url of ['https://evil.example/a.js', '//evil.example/a.js', 'data:text/javascript,1', 'javascript:1'])
    expect(() => rules.createScriptURL(url)).toThrow(TypeError);
});

it('asks nothing of a browser without Trusted Types', () => {
  expect(() => trustOwnScripts({ location: new URL(PAGE) }, String)).not.toThrow();
});
