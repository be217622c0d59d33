/** Texts of the other measures: their names, what each one sees, and the page that compares them with QUALS. */
import { counted, signed } from '../numbers.js';

export const OTHER_MEASURES = 'Other measures';
export const OTHER_MEASURES_NOTE = 'Of the same summary. They have no part in the verdict.';
export const COMPARE_LINK = 'How QUALS compares';

export const MEASURE_NAMES = {
  quals: 'QUALS',
  rouge1: 'ROUGE-1',
  rouge2: 'ROUGE-2',
  rougeL: 'ROUGE-L',
  agreement: 'Agreement',
  sourceLogProb: 'Log p',
} as const;

export const MEASURE_NOTES = {
  quals: 'Mean log-probability of the pairs given the article, minus given the summary.',
  rouge1: 'F1 of the words that summary and article share, with stemming.',
  rouge2: 'F1 of the shared pairs of neighbouring words.',
  rougeL: 'F1 of the longest sequence of words in the same order.',
  agreement: 'Mean token F1 of the answers from the article and from the summary: the QAGS procedure with one model.',
  sourceLogProb: 'Mean log-probability of the summary’s tokens given the article, in nats.',
} as const;

export const RANGES = {
  quals: 'mostly below 0',
  rouge1: '0 to 1',
  rouge2: '0 to 1',
  rougeL: '0 to 1',
  agreement: '0 to 1',
  sourceLogProb: 'at most 0',
} as const;

export const NO_VALUE = 'no value';
/** Why a measure has no value. */
export const WHY_NO_VALUE = {
  quals: 'No pair was kept.',
  agreement: 'Given the summary, the model repeats none of the pairs’ answers.',
  sourceLogProb: 'This result was scored before this measure existed.',
} as const;

export function share(value: number): string {
  return value.toFixed(3).replace(/^0/, '');
}
export function nats(value: number): string {
  return signed(value, 2);
}

export const PAGE = {
  title: 'How QUALS compares',
  lede: 'The paper compares QUALS with QAGS and ROUGE, and uses FactCC as a second judge. Here are QUALS, QAGS and ROUGE on one summary, with the first look in the place of FactCC.',
  current: 'On the current result',
  example: (title: string): string => `On the worked example: ${title}`,
  nothing: 'There is no result yet. Score a summary first.',
  score: 'Score a summary',
} as const;

export const PROCEDURES = {
  heading: 'Two procedures',
  note: 'After Figure 1 of the paper: QAGS above, QUALS below.',
  honest:
    'This is the QAGS procedure with one model, not the published QAGS. The published QAGS has a model for each of its first three steps.',
  question: 'Question',
  why: 'QAGS compares the words of two short answers. QUALS needs no answers: it compares the probabilities of a question and its answer, so a small loss of probability counts too.',
} as const;

/** The boxes of the two diagrams. `count`: what the step gave for this summary. */
export const QAGS_STEPS = {
  name: 'QAGS',
  extract: { title: 'Extract answers', by: 'paper: spaCy' },
  ask: { title: 'Write questions', by: 'paper: BART' },
  answer: { title: 'Answer twice', by: 'paper: BERT' },
  compare: { title: 'Compare answers', by: 'token F1' },
} as const;
export const QUALS_STEP = {
  name: 'QUALS',
  title: 'Compare probabilities',
  by: 'one QAGen model for all',
} as const;
export const TEXTS = { summary: 'Summary', article: 'Article' } as const;

export function diagramName(pairs: number, agreement: number | undefined, quals: number): string {
  const f1 = agreement === undefined ? 'no value' : share(agreement);
  return (
    `Two diagrams. QAGS has four steps. One: extract answers from the summary. Two: write a question for each answer. ` +
    `Three: answer each question from the article and from the summary. Four: compare the answers; result ${f1}. ` +
    `QUALS has one step: a QAGen model writes ${counted(pairs, 'pair')} from the summary and compares their ` +
    `log-probabilities given the article and given the summary; result ${signed(quals)}.`
  );
}

export const WALK = {
  extract: 'Answer',
  extractNote: 'from the summary',
  ask: 'Question',
  askNote: 'written for this answer',
  answer: 'Two answers',
  compare: 'Token F1',
  leftOut: 'Left out of the mean: given the summary, the model does not repeat the answer of step 1.',
  counted: 'Counts in the mean.',
  quals: 'Log-probability of question and answer',
  difference: 'Difference',
} as const;

export const ROUGE = {
  heading: 'ROUGE: which words match',
  note: 'The words that both texts share are underlined. Choose one to see its places in the other text.',
  fluent:
    'If two names are exchanged, almost all of these words stay the same, so ROUGE hardly falls. It counts words, not their meaning.',
  which: 'N-grams shown',
  against: 'Compared with',
  article: 'Article',
  reference: 'Reference',
  referenceLabel: 'A reference summary, written by a person',
  noReference: 'Enter a reference summary to compare with it.',
  scores: (precision: number, recall: number, f1: number): string =>
    `Precision ${share(precision)}, recall ${share(recall)}, F1 ${share(f1)}.`,
  none: 'No match.',
  hint: 'Arrow keys move between the matches.',
  places: (words: string, places: number, where: string): string =>
    `“${words}”: ${counted(places, 'place')} in the ${where}`,
  summaryLabel: 'Matches in the summary',
} as const;

export const AGREEMENT = {
  heading: 'Agreement: which answers agree',
  note: (counts: number, pairs: number): string =>
    `${counts} of ${counted(pairs, 'question')} ${counts === 1 ? 'counts' : 'count'}: given the summary, the model repeats the pair’s answer.`,
  columns: { question: 'Question', summary: 'From the summary', article: 'From the article', f1: 'Token F1' },
  leftOut: 'left out',
} as const;

export const LOG_PROB = {
  heading: 'Log p: how expected each word is',
  note: 'The simplest alternative to QUALS, as in BARTScore: how likely the model finds the summary itself given the article.',
  missing: 'This result has no values for single words. Score the summary again to see them.',
  limit: 'Rare words and the first words of a sentence are unexpected too, also where the article supports them.',
  legend: '−log p of a token, in nats',
  from: (low: number): string => `from ${low}`,
  below: (high: number): string => `under ${high}`,
  mark: (text: string, value: number): string => `“${text}” ${signed(value, 2)}`,
  least: 'Least expected:',
} as const;

export const FACTCC = {
  heading: 'FactCC, and the first look here',
  paragraphs: [
    'FactCC (Kryściński et al., 2020) is a BERT classifier. It reads an article and one sentence, and says whether they are consistent. It was trained on sentences that rules had changed: other names, other numbers, a negation. The paper uses it as a second judge, because a model that is trained with QUALS must not be judged by QUALS alone.',
    'Here the first look takes this place. It comes from a small layer on the same model, the support head, trained on summaries that people judged. It reads the summary after the article, and once more alone, and gives each word a probability that the article does not support it.',
  ],
  supported: (share: string): string =>
    `For this summary it gives a probability of ${share} that the article supports it.`,
  noHead: 'This result comes from a model without a support head, so it has no first look.',
} as const;

export const TIME = {
  heading: 'Time',
  text: 'The Amazon Science article reports that QUALS is 55 times faster than QAGS, which has separate models. With the single model of this page, the QAGS procedure in three separate passes takes 1.3 times as long as QUALS (512 article tokens, 60 summary tokens, the full preset). Both spend most of the time on writing questions. Without this part, QAGS takes 2.0 times as long.',
} as const;
