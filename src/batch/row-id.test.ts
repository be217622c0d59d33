import { describe, expect, it } from 'vitest';
import { exactId, idJson } from './row-id.js';

const idOf = (json: string): unknown => exactId((JSON.parse(json) as { id: number }).id, json, 'id');

describe('exactId', () => {
  it.each([
    ['{"id": 7}', 7],
    ['{"id":9007199254740993}', 9007199254740993n],
    ['{"n": {"id": 1}, "id": -12345678901234567891, "s": "\\"id\\": 5"}', -12345678901234567891n],
    ['{"l": ["id", 3, {"id": 4}], "\\u0069d": 12345678901234567892}', 12345678901234567892n],
    ['{"id": 1, "id": 12345678901234567892}', 12345678901234567892n],
    ['{"id": 12345678901234567892, "n": {"id": 4, "m": 5}, "o": 6}', 12345678901234567892n],
    ['{"id": 0.5}', 0.5],
    ['{"id": 0.12345678901234567}', undefined],
    ['{"id": 1e400}', undefined],
  ])('reads %s', (json, wanted) => {
    expect(idOf(json)).toBe(wanted);
  });

  it('writes what it read', () => {
    expect([null, 7, 'a"', 12345678901234567891n].map((id) => idJson(id))).toEqual([
      'null',
      '7',
      '"a\\""',
      '12345678901234567891',
    ]);
  });
});
