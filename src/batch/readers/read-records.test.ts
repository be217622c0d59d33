import { describe, expect, it } from 'vitest';
import { chunksOf, listOf } from '../testing/chunks.js';
import { readRecords } from './read-records.js';

const read = (text: string) => listOf(readRecords(chunksOf(text)));

describe('readRecords', () => {
  it('reads a table whose last columns have no name', async () => {
    expect(await read('id,source,summary,,\n1,a,b,,\n')).toMatchObject([
      { line: 2, values: { id: '1', source: 'a', summary: 'b' } },
    ]);
  });

  it('refuses a table that has a name twice, also among columns without one', async () => {
    const fault = { kind: 'repeated-column', line: 1, column: 'source' };
    await expect(read(',id,source,,source\n,1,a,,b\n')).rejects.toMatchObject({ fault });
  });
});
