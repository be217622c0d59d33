/** One wrong fact, with the shipped model: the number, the evidence and the verdict. Texts: cli/testing/one-fact. */
import { readFileSync } from 'node:fs';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoreWithMeasures } from '../src/core/measures/score-with-measures.js';
import { LEAST_PAIRS } from '../src/core/judgement/calibration.js';
import { MATCHED, PRESETS, type Protocol } from '../src/core/protocol.js';
import { KeptArticle } from '../src/core/quals/kept-article.js';
import type { Scored, ScoredPair, Unscorable } from '../src/core/score.js';
import { verbatimSentences } from '../src/core/text/verbatim-sentences.js';
import type { OnnxQAGenModel } from '../src/inference/onnx-qagen-model.js';
import { CALIBRATION_FILE, calibrationsIn } from '../src/state/scoring/calibration.js';
import { answersInDoubt } from '../src/core/judgement/named-answers.js';
import { verdictOf } from '../src/text/result/verdict-of.js';
import { openNativeModel } from './model/open-native-model.js';
import { DEFAULT_MODEL } from './model/shipped-model.js';

const QUICK: Protocol = { ...MATCHED, search: PRESETS.quick };

/** Milliseconds; other tests run at the same time. */
const LIMIT = 120_000;

interface Case {
  readonly id: string;
  readonly source: string;
  readonly summary: string;
}
const CASES = readFileSync('cli/testing/one-fact/cases.jsonl', 'utf8').trim().split('\n');
const cases = new Map(CASES.map((line) => JSON.parse(line) as Case).map((each) => [each.id, each] as const));

let model: OnnxQAGenModel;
let article: KeptArticle;
beforeAll(async () => {
  model = await openNativeModel(DEFAULT_MODEL);
  article = new KeptArticle(model);
}, LIMIT);
afterAll(() => {
  article.release();
  return model.release();
});

function caseOf(id: string): Case {
  const found = cases.get(id);
  if (!found) throw new RangeError(`There is no case “${id}”.`);
  return found;
}

function run(source: string, summary: string): Promise<Scored | Unscorable> {
  const control = { checkpoint: () => Promise.resolve(), onProgress: () => undefined };
  return scoreWithMeasures(model, { source, summary, protocol: QUICK }, control, article.open(source));
}

async function score({ source, summary }: Omit<Case, 'id'>): Promise<Scored> {
  const result = await run(source, summary);
  if (result.kind !== 'scored') throw new Error('No pair was kept.');
  return result;
}

/** The pairs that the page gives as evidence, worst first: those of copied sentences are left out. */
function evidence({ source, summary }: Omit<Case, 'id'>, { pairs }: Scored): readonly ScoredPair[] {
  const { spans } = verbatimSentences(summary, source);
  return pairs.filter((pair) => answersInDoubt([{ ...pair, quals: -1 }], spans).length > 0);
}

function titleOf({ source, summary }: Omit<Case, 'id'>, result: Scored): string {
  const file: unknown = JSON.parse(readFileSync(`${DEFAULT_MODEL}/calibration.json`, 'utf8'));
  const calibrations = calibrationsIn(parse(CALIBRATION_FILE, file), model);
  const given = verdictOf(result, summary, verbatimSentences(summary, source), calibrations);
  if (given.kind === 'uncalibrated') throw new Error('The shipped model has no calibration for the quick preset.');
  return given.title;
}

describe.each([
  { name: 'ferry', wrong: [['number', '48']] },
  {
    name: 'library',
    wrong: [['place', 'Ashbourne']],
  },
  { name: 'planet', wrong: [['unit', 'kilometres']] },
  {
    name: 'strike',
    wrong: [
      ['cause', 'attack'],
      ['date', 'December'],
    ],
  },
  { name: 'bakery', wrong: [['swap', 'Bread maker Stuckibrot']] },
])('a near copy of the article about a $name', ({ name, wrong }) => {
  let right: Scored;
  beforeAll(async () => {
    right = await score(caseOf(`${name}/X/ok`));
  }, LIMIT);

  it.each(wrong)('scores lower with one wrong fact (%s), and its evidence has “%s”', async (edit, changed) => {
    const texts = caseOf(`${name}/X/${edit ?? ''}`);
    const result = await score(texts);
    expect(result.quals).toBeLessThan(right.quals);
    const [first, second] = evidence(texts, result);
    expect([first, second].map((pair) => `${pair?.question} ${pair?.answer}`).join()).toContain(changed);
  });
});

it('a negation scores lower', async () => {
  const right = await score(caseOf('library/X/ok'));
  expect((await score(caseOf('library/X/negation'))).quals).toBeLessThan(right.quals);
});

describe('one wrong fact among copied sentences', () => {
  const { source } = caseOf('ferry/X/ok');

  it.each([
    [
      '48',
      'Nobody was hurt, the harbour master Ola Brekke said. He blamed a failed depth sounder, which had been reported to the ferry company twice in March. The company, Nordfjord Lines, said that it will replace the instrument and that the route stays closed until Friday. Its 48 passengers were rescued unharmed.',
    ],
  ])('is named by the verdict: “%s”', async (changed, summary) => {
    const result = await score({ source, summary });
    expect(titleOf({ source, summary }, result)).toMatch(new RegExp(`[Cc]heck “[^”]*${changed}`, 'u'));
  });
});

it.each(['Yes.', 'Ferry', 'Ferry aground.'])('%j says too little for a verdict', async (summary) => {
  const result = await run(caseOf('ferry/X/ok').source, summary);
  expect(result.kind === 'scored' ? result.pairs.length : 0).toBeLessThan(LEAST_PAIRS);
});

it.each([
  ['another article', caseOf('planet/X/ok').source],
  ['one line without content', 'Page 1 of 1'],
])('a summary beside %s gets the lowest verdict', async (_, source) => {
  const { summary } = caseOf('ferry/P/ok');
  const result = await score({ source, summary });
  expect(titleOf({ source, summary }, result)).toMatch(/^The article probably does not support this summary/u);
});
