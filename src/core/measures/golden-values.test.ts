/** ROUGE and answer agreement against Google's rouge-score, NLTK's stemmer and SQuAD's rule (`python -m qagen golden_measures`). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { porterStem } from './porter-stem.js';
import { rouge, ROUGE_NAMES, type RougeName } from './rouge.js';
import { answerF1, normaliseAnswer } from './squad-f1.js';

type Row = Readonly<Record<RougeName, readonly [number, number, number]>>;

interface Golden {
  readonly rouge: readonly (Row & { readonly reference: string; readonly summary: string })[];
  readonly stems: Readonly<Record<string, string>>;
  readonly answers: readonly { answer: string; other: string; f1: number; exact: boolean }[];
}

const golden = JSON.parse(readFileSync('training/golden/measures.json', 'utf8')) as Golden;

describe('ROUGE', () => {
  it('equals rouge-score on 200 pairs of texts', () => {
    expect(golden.rouge).toHaveLength(200);
    for (const { reference, summary, ...expected } of golden.rouge) {
      const scores = rouge(summary, reference);
      for (const name of ROUGE_NAMES) {
        const { precision, recall, f1 } = scores[name];
        [precision, recall, f1].forEach((value, place) => {
          const difference = Math.abs(value - (expected[name][place] ?? Number.NaN));
          expect(difference, `${name} of “${summary}” against “${reference}”`).toBeLessThan(1e-6);
        });
      }
    }
  });

  it('stems as NLTK does', () => {
    const words = Object.keys(golden.stems);
    expect(words.length).toBeGreaterThan(2000);
    expect(words.filter((word) => porterStem(word) !== golden.stems[word])).toEqual([]);
  });
});

describe('two answers', () => {
  it.each(golden.answers)('“$answer” and “$other” have F1 $f1', ({ answer, other, f1, exact }) => {
    expect(answerF1(answer, other)).toBeCloseTo(f1, 12);
    expect(normaliseAnswer(answer) === normaliseAnswer(other)).toBe(exact);
  });
});
