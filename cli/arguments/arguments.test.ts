import { cpus } from 'node:os';
import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments.js';
import { DEFAULT_MODEL } from '../model/shipped-model.js';
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

  it.each([
    [[], 'jsonl'],
    [['--input', 'rows.json'], 'jsonl'],
    [['--input', 'Rows.CSV'], 'csv'],
    [['--input', 'a.csv/rows.tsv'], 'tsv'],
    [['--input', 'rows.csv', '--format', 'json'], 'json'],
  ])('takes the format of %j for %s', (args, format) => {
    expect(parseArguments(args).format).toBe(format);
  });

  it('reads what the input calls its parts', () => {
    expect(parseArguments([]).keys).toEqual({ id: 'id', source: 'source', summary: 'summary' });
    const args = '--source-key article --summary-key highlights --id-key guid'.split(' ');
    expect(parseArguments(args).keys).toEqual({ id: 'guid', source: 'article', summary: 'highlights' });
  });

  it('finds the default model wherever the command is started', () => {
    expect(isAbsolute(DEFAULT_MODEL)).toBe(true);
    expect(existsSync(`${DEFAULT_MODEL}/manifest.json`)).toBe(true);
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

  it('takes as many jobs as the machine has cores', () => {
    const cores = cpus().length;
    expect(parseArguments(['--jobs', String(cores)]).jobs).toBe(cores);
  });

  it.each([
    [['--generic', 'models/bart'], /--separator/],
    [['--separator', '|'], /--separator needs --generic/],
    [['--generic', 'a', '--separator', '|', '--model', 'b'], /not both/],
    [['--generic', 'a', '--separator', '|', '--dtype', 'huge'], /--dtype is one of fp32/],
    [['--paths', '0'], /--paths/],
    [['--paths', 'many'], /--paths/],
    [['--paths', '201'], /1 to 200, not "201"\. Each path needs memory/],
    [['--format', 'xml'], /--format is one of jsonl, json, csv, tsv, not "xml"/],
    [['--source-key', 'a', '--summary-key', 'a'], /one key, "a"/],
    [['--protocol', 'other'], /matched or released/],
    [['--resume'], /--output/],
    [['--resume', '--output', 'scores.CSV'], /JSON Lines alone/],
    [['--jobs', '0'], /--jobs is a whole number from 1 to \d+, the cores of this machine, not "0"/],
    [['--jobs', '1.5'], /--jobs/],
    [['--jobs', '100000'], /--jobs/],
    [['--colour'], /--colour/],
    [['stray'], /stray/],
  ])('refuses %j with a reason', (args, reason) => {
    expect(() => parseArguments(args)).toThrow(UsageError);
    expect(() => parseArguments(args)).toThrow(reason);
  });
});
