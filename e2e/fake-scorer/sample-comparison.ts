/** Three hand-made summaries of the sample article, as in Table 1 of the paper; their numbers come from no model. */
import type { Scored } from '../../src/core/score.js';
import { NORMALISATION } from '../../src/core/text/normalisation.js';
import { type Outline, sampleResult, sampleResultOf, SUMMARY } from './sample-result.js';

interface NamedSample {
  readonly name: string;
  readonly summary: string;
  readonly result: Scored;
}

const CONSEQ =
  "Wladimir Klitschko has a 'chink in his armour' ahead of his world heavyweight title bout with Anthony Joshua, says former champion Lennox Lewis.";

const REFERENCE =
  'Anthony Joshua will end Wladimir Klitschko’s career when they meet at Wembley, says former undisputed champion Lennox Lewis.';

const outline = (
  question: string,
  answer: string,
  factors: Outline['factors'],
  article: Outline['article'] = [answer, 0.8],
): Outline => ({ question, answer, factors, article });

const SHARED: readonly Outline[] = [
  outline('Which former champion spoke about Joshua?', 'Lennox Lewis', [0.95, 0.85]),
  outline('What is Lennox Lewis?', 'former champion', [0.8, 0.7]),
];

const OF_CONSEQ: readonly Outline[] = [
  outline('Who has a chink in his armour?', 'Wladimir Klitschko', [0.95, 0.85], ['Klitschko', 0.64]),
  outline('What does Wladimir Klitschko have?', "a 'chink in his armour'", [0.9, 0.8]),
  outline('Who has a title bout with Klitschko?', 'Anthony Joshua', [0.98, 0.95]),
  outline('What is at stake in the bout?', 'world heavyweight title', [0.8, 0.5], ['IBF title', 0.36]),
  outline('What kind of title bout is it?', 'heavyweight', [0.9, 0.8]),
  outline('Who will Anthony Joshua face?', 'Wladimir Klitschko', [0.98, 0.94]),
  ...SHARED,
];

const OF_REFERENCE: readonly Outline[] = [
  outline('What will Joshua end?', 'career', [0.6, 0.05], ['the fight', 0.06]),
  outline('What will Anthony Joshua do to his career?', 'end', [0.6, 0.2], ['beat him', 0.05]),
  outline('Where will they meet?', 'Wembley', [0.98, 0.97], ['Wembley Stadium', 0.7]),
  outline('Who will Anthony Joshua face?', 'Wladimir Klitschko', [0.95, 0.92]),
  outline('What kind of champion is Lewis?', 'undisputed', [0.9, 0.8]),
  outline('Who says that Joshua will end it?', 'Lennox Lewis', [0.8, 0.7]),
  ...SHARED,
];

const SAMPLES: readonly NamedSample[] = [
  { name: 'MLE', summary: SUMMARY, result: sampleResult() },
  { name: 'ConSeq', summary: CONSEQ, result: sampleResultOf(CONSEQ, OF_CONSEQ) },
  { name: 'Reference', summary: REFERENCE, result: sampleResultOf(REFERENCE, OF_REFERENCE) },
];

/** Scored as this version scores, so that nothing has to be scored again. */
export const COMPARED: readonly NamedSample[] = SAMPLES.map((each) => ({
  ...each,
  result: { ...each.result, normalisation: NORMALISATION },
}));
