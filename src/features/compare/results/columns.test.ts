import { expect, it } from 'vitest';
import { COMPARED } from '../../../../e2e/fake-scorer/sample-comparison.js';
import { SOURCE, UNSCORABLE } from '../../../../e2e/fake-scorer/sample-result.js';
import { calibration } from '../../../../e2e/gallery/sample-calibration.js';
import type { Scored, Unscorable } from '../../../core/score.js';
import { methodOfRun } from '../../../core/method/scoring-method.js';
import type { ComparedSummary, Comparison } from '../../../state/compare/comparison.js';
import { questionRows } from '../table/question-rows.js';
import { questionTable, scoreTable } from '../table/score-table.js';
import { columnsOf, highest } from './columns.js';

const [MLE, CONSEQ, REFERENCE] = COMPARED as [(typeof COMPARED)[0], (typeof COMPARED)[0], (typeof COMPARED)[0]];
const CALIBRATIONS = [{ method: methodOfRun(MLE.result), points: calibration.points, rated: calibration.rated }];

const compared = (name: string, summary: string, result?: Scored | Unscorable, source = SOURCE): ComparedSummary => ({
  id: name,
  name,
  summary,
  scored: result && { texts: { source, summary }, result, createdAt: null },
});
const columns = (comparison: Comparison) => columnsOf(comparison, {}, CALIBRATIONS);
const ALL = COMPARED.map(({ name, summary, result }) => compared(name, summary, result));

it('gives each score beside the baseline, and the verdict of the single result', () => {
  const made = columns({ source: SOURCE, summaries: ALL, baseline: 'ConSeq' });
  expect(made.map(({ difference }) => difference)).toEqual([
    MLE.result.quals - CONSEQ.result.quals,
    undefined,
    REFERENCE.result.quals - CONSEQ.result.quals,
  ]);
  expect(made.map(({ given }) => given?.verdict.title)).toEqual([
    'Check “Anthony Joshua” first: from the article, the model answers “Klitschko”.',
    'The article probably supports this summary.',
    'Most answers in this summary are likely given the article; check “career”.',
  ]);
  expect(highest(made)).toEqual({ best: ['ConSeq'], of: 3 });
});

it('calls no summary the highest over few pairs, or because it copies the article', () => {
  const few = { ...CONSEQ.result, pairs: CONSEQ.result.pairs.slice(0, 3), quals: 0 };
  const copied = 'Lewis, a former undisputed heavyweight champion, retired in 2004.';
  const made = columns({
    source: SOURCE,
    summaries: [
      compared('few', CONSEQ.summary, few),
      compared('copied', copied, { ...CONSEQ.result, quals: -0.01 }),
      compared('edited', 'After an edit.', undefined),
      ...ALL.slice(0, 1),
      ...ALL.slice(2),
    ],
  });
  expect(made.map(({ given }) => given?.verdict.kind)).toEqual(['too-few', 'verbatim', undefined, 'judged', 'judged']);
  expect(highest(made)).toEqual({ best: ['Reference'], of: 2 });
});

it('gives a verdict from six pairs on', () => {
  const pairs = MLE.result.pairs;
  const made = columns({
    source: SOURCE,
    summaries: [5, 6].map((count) =>
      compared(`${count}`, MLE.summary, { ...MLE.result, pairs: pairs.slice(0, count) }),
    ),
  });
  expect(made.map(({ given }) => given?.verdict.kind)).toEqual(['too-few', 'judged']);
});

it('names two with the same printed score, and the first of equal texts', () => {
  const made = columns({
    source: SOURCE,
    summaries: [
      compared('A', MLE.summary, MLE.result),
      compared('B', MLE.summary, { ...MLE.result, quals: MLE.result.quals + 1e-6 }),
    ],
  });
  expect(highest(made)).toEqual({ best: ['A', 'B'], of: 2 });
  expect(made.map(({ equalTo }) => equalTo)).toEqual([undefined, 'A']);
});

it('copies no number for a score that is out of date', () => {
  const edited = { ...compared('edited', CONSEQ.summary, CONSEQ.result), summary: 'Another text.' };
  const made = columns({
    source: SOURCE,
    summaries: [
      ALL[0] as ComparedSummary,
      edited,
      compared('none', 'Lewis spoke.', { ...UNSCORABLE, normalisation: 1 }),
    ],
  });
  const { header, rows } = scoreTable(made);
  expect(header.slice(0, 4)).toEqual(['Name', 'Outcome', 'QUALS', 'Difference to MLE']);
  expect(rows.map((row) => row.slice(0, 5))).toEqual([
    ['MLE', 'scored', MLE.result.quals, undefined, 10],
    ['edited', 'not scored', undefined, undefined, undefined],
    ['none', 'no score', undefined, undefined, undefined],
  ]);
  expect(rows[1]?.at(-1)).toBe('Another text.');
});

it('has two columns per summary in the table of questions', () => {
  const rows = questionRows([MLE.result.pairs, CONSEQ.result.pairs]);
  const { header, rows: cells } = questionTable(rows, ['MLE', 'ConSeq']);
  expect(header).toEqual(['Question', 'MLE says', 'MLE gap', 'ConSeq says', 'ConSeq gap', 'The article says']);
  expect(cells.every((row) => row.length === header.length)).toBe(true);
  expect(cells[0]?.slice(0, 2)).toEqual(['Who has a chink in his armour?', 'Anthony Joshua']);
  expect(cells.find(([question]) => question === 'Whose armour has a chink in it?')?.slice(3)).toEqual([
    'not asked',
    undefined,
    'Klitschko',
  ]);
});
