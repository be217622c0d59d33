import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleResult } from '../../../../e2e/fake-scorer/sample-result.js';
import type { ChosenBy } from '../../../batch/contrast/choose-texts.js';
import { MATCHED } from '../../../core/protocol.js';
import type { Scored, Unscorable } from '../../../core/score.js';
import type { BatchEntry } from '../../../state/batch/batch-entry.js';
import { type BatchChoice, chooseEntries, FIRST_CHOICE } from '../../../state/batch/choice.js';
import { entryScore } from '../run/entry-score.js';
import { exportSet } from './export-set.js';
import { setFacts } from './set-facts.js';

/** QUALS, ROUGE-1, -2 and -L; the second judge's probability that the article does not support the summary. */
interface Row {
  readonly article: number;
  readonly system: string | null;
  readonly quals: number | undefined;
  readonly rouge?: readonly [number, number, number];
  readonly unsupported?: number;
}

function entryOf({ article, system, quals, rouge, unsupported }: Row, index: number): BatchEntry {
  const sample: Scored = sampleResult();
  const measures: Record<string, number> = rouge ? { rouge1: rouge[0], rouge2: rouge[1], rougeL: rouge[2] } : {};
  const firstLook = unsupported === undefined ? undefined : { unsupported, words: [], sourceLogProb: -1 };
  const facts = { ...sample, measures, ...(firstLook && { firstLook }) };
  const result: Scored | Unscorable =
    quals === undefined ? { ...facts, kind: 'unscorable', dropped: [] } : { ...facts, kind: 'scored', quals };
  const run = { device: 'wasm', detail: '', seconds: 1, requests: 0 } as const;
  const score = entryScore(undefined, { kind: 'done', result, createdAt: '2026-01-05T12:00:00Z', run });
  const summary = `Summary\u2028 ${index} of ${MATCHED.name}.`;
  return { index, id: `row-${index}`, system, label: null, summary, article, articleWords: 2, line: index + 1, score };
}

/** Ten articles, worked out by hand: references score best in 0, 1, 2; generated summaries worst in 1, 2, 3. */
const REFERENCES = [-0.1, -0.2, -0.3, -0.4, -0.5, -0.6, -0.7, -0.8, -0.9, -1];
const GENERATED = [-0.1, -3, -2, -4, -0.5, -0.6, -0.7, -0.8, -0.9, -1];
const BY_HAND: readonly BatchEntry[] = REFERENCES.flatMap((quals, article) => [
  { article, system: 'gold', quals, unsupported: 0.25 },
  { article, system: 'bart', quals: GENERATED[article], unsupported: article === 1 ? 0.5 : 0.75 },
]).map(entryOf);

const places = (choice: BatchChoice | undefined) => ({
  positive: choice?.positive.map(({ entry }) => entry.index),
  negative: choice?.negative.map(({ entry }) => entry.index),
});

it('chooses the best references and the worst generated summaries of the same articles', () => {
  const choice = chooseEntries(BY_HAND, FIRST_CHOICE);
  expect(choice?.reference).toBe('gold');
  expect(places(choice)).toEqual({ positive: [2, 4], negative: [3, 5] });
});

it('gives the size of each set, and the means of QUALS and of the second judge', () => {
  const choice = chooseEntries(BY_HAND, FIRST_CHOICE);
  const [references, positive, generated, negative] = choice ? setFacts(choice) : [];
  expect(references).toMatchObject({ summaries: 10, articles: 10, supported: 0.75 });
  expect(references?.quals).toBeCloseTo(-0.55, 12);
  expect(positive).toMatchObject({ summaries: 2, articles: 2, quals: -0.25, rouge: undefined, supported: 0.75 });
  // Nine of .25 and one of .5
  expect(generated?.supported).toBeCloseTo(0.275, 12);
  expect(negative).toMatchObject({ summaries: 2, articles: 2, quals: -2.5, supported: 0.375, judged: 2 });
});

it('counts rows that take no part', () => {
  const waiting: BatchEntry = { ...entryOf({ article: 0, system: 'bart', quals: -1 }, 2), score: undefined };
  const rows = [
    entryOf({ article: 0, system: 'gold', quals: -1 }, 0),
    entryOf({ article: 0, system: 'bart', quals: undefined }, 1),
    waiting,
    entryOf({ article: 0, system: null, quals: -1 }, 3),
  ];
  expect(chooseEntries(rows, FIRST_CHOICE)).toMatchObject({
    rows: [{ kind: 'reference' }],
    without: 1,
    waiting: 1,
    unnamed: 1,
  });
});

it('makes no choice without references', () => {
  expect(chooseEntries(BY_HAND, { ...FIRST_CHOICE, reference: '' })).toBeUndefined();
  expect(
    chooseEntries(
      BY_HAND.filter(({ system }) => system === 'gold'),
      FIRST_CHOICE,
    ),
  ).toBeUndefined();
});

/** Two generated summaries of each of twelve articles; equal values, and one without a score. */
const MIXED: readonly Row[] = Array.from({ length: 12 }, (_, article) =>
  ['reference', 'bart', 'lead'].map((system, place): Row => {
    const number = (article * 7 + place * 5) % 11;
    const rouge = [number / 11, ((number * 3) % 7) / 7, ((number * 5) % 4) / 4] as const;
    return { article, system, quals: article === 5 && place === 1 ? undefined : -number / 4, rouge };
  }),
).flat();

it.each<[ChosenBy, string, string]>([
  ['quals', '0.3', '0.3'],
  ['rouge', '0.3', '0.45'],
])(
  'writes the files of "quals choose", by %s',
  async (by, references, generated) => {
    const shares = { references: Number(references), generated: Number(generated) };
    const entries = MIXED.map(entryOf);
    const choice = chooseEntries(entries, { ...FIRST_CHOICE, by, shares });
    const articles = { readArticle: async (_batch: string, article: number) => `Article ${article}.` };
    const files = [choice?.positive ?? [], choice?.negative ?? []].map(async (rows) =>
      (await exportSet('batch', rows, articles)).text(),
    );

    const folder = mkdtempSync(join(tmpdir(), 'quals-choice-'));
    const file = (name: string): string => join(folder, name);
    const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    const pairs = entries.map(({ id, article, summary, system }) => ({
      id,
      source: `Article ${article}.`,
      summary,
      kind: system === 'reference' ? 'reference' : 'generated',
    }));
    const scores = MIXED.map(({ quals, rouge: [rouge1, rouge2, rougeL] = [0, 0, 0] }, index) => ({
      id: entries[index]?.id,
      quals: quals ?? null,
      rouge: { rouge1, rouge2, rougeL },
    }));
    writeFileSync(file('pairs.jsonl'), lines(pairs));
    writeFileSync(file('scores.jsonl'), lines(scores));
    const inputs = ['--input', file('pairs.jsonl'), '--scores', file('scores.jsonl')];
    const outputs = ['--positive', file('positive.jsonl'), '--negative', file('negative.jsonl')];
    const options = ['--by', by, '--references', references, '--generated', generated];
    const { stderr, status } = spawnSync(
      process.execPath,
      ['cli/quals.js', 'choose', ...inputs, ...outputs, ...options],
      {
        encoding: 'utf8',
      },
    );
    expect([status, stderr]).toEqual([0, expect.stringContaining(`${choice?.positive.length} in S+`)]);
    const wanted = ['positive.jsonl', 'negative.jsonl'].map((name) => readFileSync(file(name), 'utf8'));
    expect(await Promise.all(files)).toEqual(wanted);
    expect(wanted.map((text) => text.split('\n').length - 1).every((rows) => rows > 0)).toBe(true);
  },
  60_000,
);
