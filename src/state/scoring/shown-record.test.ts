import { expect, it } from 'vitest';
import { sampleResult, SOURCE, SUMMARY } from '../../../e2e/fake-scorer/sample-result.js';
import { encodeResult } from '../../core/record/encode-record.js';
import { recordOf, shownOf } from './shown-record.js';

const RECORD = encodeResult(
  { ...sampleResult(), measures: { supported: 0.4 } },
  {
    texts: { source: SOURCE, summary: SUMMARY },
    createdAt: '2026-11-29T12:00:00.000Z',
    name: 'System A',
    run: { device: 'wasm', detail: '2 threads', seconds: 9.3, requests: 0 },
    earlier: { summary: 'Another summary.', quals: -1.25 },
  },
);

it('loses nothing of a record that is opened and exported again', () => {
  expect(recordOf(shownOf(RECORD, { fileName: 'a.json', resultsInFile: 2 }))).toEqual(RECORD);
  expect(recordOf(shownOf(RECORD))).toEqual(RECORD);
});

it('names an example by its title, and no device', () => {
  const { texts, result } = shownOf(RECORD);
  const record = recordOf({ texts, result, origin: { kind: 'example', title: 'A quote' } });
  expect(record).toMatchObject({ name: 'A quote', createdAt: null });
  expect(record.run).toBeUndefined();
});
