import { expect, it, vi } from 'vitest';
import { defineElements, type ElementsByTag } from './define-elements.js';

const Ours = vi.fn();
const Theirs = vi.fn();

function registryWith(present: Readonly<Record<string, unknown>>) {
  const define = vi.fn<CustomElementRegistry['define']>();
  return { define, get: (tag: string) => present[tag] as CustomElementConstructor | undefined };
}
const elements = { 'quals-app': Ours } as unknown as ElementsByTag;

it('gives a free tag its class', () => {
  const registry = registryWith({});
  defineElements(elements, registry);
  expect(registry.define.mock.calls).toEqual([['quals-app', Ours]]);
});

it('leaves a tag alone that has the class already', () => {
  const registry = registryWith({ 'quals-app': Ours });
  defineElements(elements, registry);
  expect(registry.define).not.toHaveBeenCalled();
});

it('names the tag that another script holds', () => {
  const registry = registryWith({ 'quals-app': Theirs });
  expect(() => defineElements(elements, registry)).toThrow(/already defined <quals-app>/);
  expect(registry.define).not.toHaveBeenCalled();
});
