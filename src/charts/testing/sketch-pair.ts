/** Hand-made pairs for tests and the gallery; their numbers come from no model. */
import type { Alternative, ScoredPair, Span, TokenPart, TokenScore } from '../../core/score.js';

/** Text, probability given the summary, probability given the article. */
export type Sketch = readonly [string, number, number];

const SEPARATOR = 2;
const END = 0;
const ids = new Map<string, number>();

/** Equal texts are equal tokens, as with a tokenizer. */
export function idOf(text: string, part: TokenPart): number {
  if (part === 'separator') return SEPARATOR;
  if (part === 'end') return END;
  const id = ids.get(text) ?? 100 + ids.size;
  ids.set(text, id);
  return id;
}

function token([text, summary, source]: Sketch, part: TokenPart, others: readonly Sketch[] = []): TokenScore {
  const id = idOf(text, part);
  const own: Alternative = { token: id, text, logProb: 0 };
  const lists = others.map(([other]): Alternative => ({ token: idOf(other, 'answer'), text: other, logProb: 0 }));
  const list = (value: number, place: 1 | 2): Alternative[] =>
    [
      { ...own, logProb: Math.log(value) },
      ...lists.map((each, i) => ({ ...each, logProb: Math.log(others[i]?.[place] ?? 1e-9) })),
    ]
      .sort((a, b) => b.logProb - a.logProb)
      .slice(0, 5);
  const rank = (value: number, place: 1 | 2): number => {
    const better = others.filter((other) => other[place] > value).length;
    return better < 5 ? better + 1 : 41;
  };
  return {
    token: id,
    text,
    part,
    summaryLogProb: Math.log(summary),
    sourceLogProb: Math.log(source),
    summaryRank: rank(summary, 1),
    sourceRank: rank(source, 2),
    summaryAlternatives: list(summary, 1),
    sourceAlternatives: list(source, 2),
  };
}

export function sketchPair(
  question: readonly Sketch[],
  separator: Sketch,
  answer: readonly Sketch[],
  end: Sketch,
  options: {
    readonly others?: readonly Sketch[];
    readonly spans?: readonly Span[];
    readonly question?: string;
    readonly answer?: string;
  } = {},
): ScoredPair {
  const tokens = [
    ...question.map((each) => token(each, 'question')),
    token(separator, 'separator'),
    ...answer.map((each, index) => token(each, 'answer', index === 0 ? options.others : [])),
    token(end, 'end'),
  ];
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const summaryMean = mean(tokens.map((each) => each.summaryLogProb));
  const sourceMean = mean(tokens.map((each) => each.sourceLogProb));
  const answers = tokens.filter(({ part }) => part === 'answer');
  const text = (part: TokenPart): string =>
    tokens
      .filter((each) => each.part === part)
      .map((each) => each.text)
      .join('')
      .trim();
  return {
    question: options.question ?? text('question'),
    answer: options.answer ?? text('answer'),
    tokens,
    summaryMean,
    sourceMean,
    quals: sourceMean - summaryMean,
    answerGap: mean(answers.map((each) => each.sourceLogProb - each.summaryLogProb)),
    generationScore: summaryMean * tokens.length - 3,
    generationMean: summaryMean - 0.3,
    answerSpans: options.spans ?? [],
    sourceAnswer: { text: 'Klitschko', logProb: Math.log(0.64), spans: [] },
    summaryAnswer: { text: 'Anthony Joshua', logProb: Math.log(0.91), spans: [] },
  };
}
