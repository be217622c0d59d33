import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MODEL, parseArguments } from './arguments.js';
import { UsageError } from './usage-error.js';

describe('parseArguments', () => {
  it('has defaults: standard streams, the shipped model, matched, 60 paths', () => {
    const options = parseArguments([]);
    expect(options).toMatchObject({
      help: false,
      input: undefined,
      output: undefined,
      resume: false,
      model: DEFAULT_MODEL,
      generic: undefined,
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

  it('reads the options for another model: a folder, or a name on the Hub', () => {
    expect(parseArguments(['--generic', 'models/bart', '--separator', '<sep>']).generic).toEqual({
      location: resolve('models/bart'),
      fromHub: false,
      separator: '<sep>',
      start: undefined,
      dtype: undefined,
    });
    const args = '--generic hub:someone/qagen --separator | --start <s> --dtype q4'.split(' ');
    expect(parseArguments(args).generic).toMatchObject({
      location: 'someone/qagen',
      fromHub: true,
      separator: '|',
      start: '<s>',
      dtype: 'q4',
    });
  });

  it.each([
    [['--generic', 'models/bart'], /--separator/],
    [['--separator', '|'], /--separator needs --generic/],
    [['--generic', 'a', '--separator', '|', '--model', 'b'], /not both/],
    [['--generic', 'a', '--separator', '|', '--dtype', 'huge'], /--dtype is one of fp32/],
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
