import { describe, expect, it } from 'vitest';
import { DEFAULT_MODEL, parseArguments, UsageError } from './arguments.js';

describe('parseArguments', () => {
  it('has defaults: standard streams, the shipped model, matched, 60 paths', () => {
    const options = parseArguments([]);
    expect(options).toMatchObject({
      help: false,
      input: undefined,
      output: undefined,
      resume: false,
      model: DEFAULT_MODEL,
    });
    expect(options.protocol.name).toBe('matched');
    expect(options.protocol.search.paths).toBe(60);
  });

  it('reads every option', () => {
    const args = '--input a --output b --resume --model c --protocol released --paths 20'.split(' ');
    const options = parseArguments(args);
    expect(options).toMatchObject({ input: 'a', output: 'b', resume: true, model: 'c' });
    expect(options.protocol.name).toBe('released');
    expect(options.protocol.search).toMatchObject({ paths: 20, minLength: 8 });
  });

  it.each([
    [['--paths', '0'], /--paths/],
    [['--paths', 'many'], /--paths/],
    [['--protocol', 'other'], /matched or released/],
    [['--resume'], /--output/],
    [['--colour'], /--colour/],
    [['stray'], /stray/],
  ])('refuses %j with a reason', (args, reason) => {
    expect(() => parseArguments(args)).toThrow(UsageError);
    expect(() => parseArguments(args)).toThrow(reason);
  });
});
