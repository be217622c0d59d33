import { describe, expect, it } from 'vitest';
import { MATCHED } from '../../core/protocol.js';
import { methodOf } from '../../core/method/scoring-method.js';
import { errorRow } from '../output-row.js';
import { encodeJsonl } from './encode-jsonl.js';

const row = (id: string | bigint): string =>
  encodeJsonl(errorRow(id, { code: 'internal', message: 'a\nb' }, methodOf(MATCHED, { id: 'm', version: '1' })));

describe('encodeJsonl', () => {
  it('writes one line, the id first, an integer above 2^53 with all its digits', () => {
    expect(row(12345678901234567891n)).toBe(
      '{"id":12345678901234567891,"outcome":"error","quals":null,"answerGap":null,"pairs":[],' +
        '"error":{"code":"internal","message":"a\\nb"},"protocol":"matched","paths":60,"diversityStrength":0.5,"minLength":8,"maxLength":60,"softCap":10,"normalisation":1,"model":{"id":"m","version":"1"}}\n',
    );
  });

  it('escapes what some readers take for a line end', () => {
    expect(row('x\u2028y\u2029z')).toContain('{"id":"x\\u2028y\\u2029z",');
  });
});
