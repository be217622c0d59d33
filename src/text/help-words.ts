/** The page of help: what QUALS is, how to read the result, what is stored, limits, sources. */
import { MATCHED, PRESETS } from '../core/protocol.js';
import { count } from './numbers.js';

export interface HelpSection {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly list?: readonly { readonly term: string; readonly text: string }[];
}

export const HELP_TITLE = 'How it works';
export const HELP_LEDE =
  'QUALS asks a language model questions about a summary, and looks at what happens to their answers when the model reads the article instead.';

export const SECTIONS: readonly HelpSection[] = [
  {
    id: 'steps',
    heading: 'How the score comes about',
    paragraphs: [
      'QUALS (Nan et al., ACL 2021) is a measure of factual consistency. One model does all of it: it was trained to read a text and to write a question and its answer.',
    ],
    list: [
      {
        term: 'Clean',
        text: 'Characters that nobody sees (soft hyphens, zero-width spaces, blanks at the ends) are removed from both texts, and runs of blanks become one. A sentence that the summary repeats is read once.',
      },
      {
        term: 'Write',
        text: `The model reads the summary alone and writes ${PRESETS.full.paths} questions with their answers. A penalty for repeating the others keeps them different from each other.`,
      },
      {
        term: 'Keep',
        text: `A pair counts if its answer stands in the summary, word for word. About ${MATCHED.softCap} are kept, spread over different answers.`,
      },
      {
        term: 'Measure',
        text: 'For each token (a word or a piece of one) of each pair, the model gives its probability: once after reading the summary, once after reading the article.',
      },
      {
        term: 'Compare',
        text: 'A pair’s score is the mean difference of the logarithms, article minus summary. QUALS is the mean over the pairs. 0: as likely given either text. −1: a token is on average 2.7 times less likely given the article; −2: 7.4 times.',
      },
    ],
  },
  {
    id: 'figure',
    heading: 'How to read the figure',
    paragraphs: [
      'Each column is one word of a question or its answer. The blue bar is its probability given the summary, the orange ring its probability given the article. Where a tall bar stands beside a ring near the ground, the summary says something that the article makes unlikely. The answer, set apart at the right, is where to look first.',
      'A linear scale shows what is likely; a logarithmic one shows how unlikely something is, and there the length of a stem is what enters the score. The page begins with the logarithmic one where an answer falls below one in a hundred.',
      'Select a word to see both probabilities and the five tokens that the model expected most in its place. Letters A and B say which pairs are drawn; any two can be.',
    ],
  },
  {
    id: 'meaning',
    heading: 'What a low score means, and what it does not',
    paragraphs: [
      'The model finds these answers less likely given the article than given the summary. That is evidence of a factual inconsistency, not proof.',
    ],
    list: [
      {
        term: 'Other words',
        text: 'A summary that says the same in other words also scores below 0. Look at which answers carry the gap.',
      },
      {
        term: 'A high score',
        text: 'A summary can score near 0 and still be wrong: the questions may have missed the wrong word, or the model may find it likely all the same.',
      },
      {
        term: 'Outside knowledge',
        text: 'The score compares with this article alone. A statement can be true in the world and still not be in the article.',
      },
      {
        term: 'Copied sentences',
        text: 'A sentence that is in the article word for word also scores below 0. The page does not mark such a sentence. It does not check whether the sentences around it change its meaning.',
      },
      {
        term: 'Few questions',
        text: 'Below six kept questions the page gives the score, but no verdict: it was measured on summaries with ten or more.',
      },
      {
        term: 'What nobody asked',
        text: 'Words that no kept question asks about are not checked; they stay unmarked.',
      },
      {
        term: 'A small model',
        text: 'It has 135 million parameters and was trained on English. Many of its questions rest on a wrong premise, and it makes mistakes that a person would not.',
      },
      {
        term: 'Long articles',
        text: 'It reads about 8,100 tokens, some 6,000 words. Beyond that the page asks what to cut; nothing is cut silently.',
      },
      {
        term: 'What the article says instead',
        text: 'That line is the model’s own likeliest answer. It is a guess with a probability; the passage beside it is the evidence. The page links the passage where that answer stands, and of several the one with most of the question’s words.',
      },
    ],
  },
  {
    id: 'protocols',
    heading: 'Two protocols, two presets',
    paragraphs: [
      'Matched, the default, measures each pair under both texts in the same way, and accepts an answer only as whole words of the summary. Released repeats what the authors’ published code computes: there the summary’s side is the search’s own score, with its penalties for repetition inside it, and “art” counts as standing in “party”.',
      `Each path of the search writes one question. The full preset has ${PRESETS.full.paths} paths. The quick one has ${PRESETS.quick.paths}, for slow devices; its scores are rougher. The model card says how well the two agree.`,
      'Scores of different protocols or presets do not compare. Each score says how it was made, and is read by people’s judgements of summaries that were scored in the same way.',
    ],
  },
  {
    id: 'keys',
    heading: 'Keys',
    paragraphs: [
      'Ctrl or ⌘ + Enter scores, Escape stops. In the table of pairs and in a chart the arrow keys move, Home and End jump, Enter selects, and Escape leads out again. No single letter does anything.',
    ],
  },
  {
    id: 'privacy',
    heading: 'What is stored, and how to remove it',
    paragraphs: [
      'Texts are read by a program in your browser, and nothing you paste is sent anywhere. The page may connect to the server that it came from and to no other; your browser enforces that.',
      'This browser keeps your current texts, your settings and, once you have pressed Score, the model. “Remove the model” under Settings deletes the model; clearing this site’s data in the browser deletes everything.',
    ],
  },
];

export const TRUST = 'How far to trust it';
/** `rated`: summaries that people judged and the model has scored, and how often it puts two in the right order; undefined without them. */
export function trust(rated: { readonly count: number; readonly ordered: number } | undefined): string {
  return rated === undefined
    ? 'This version of the model comes without a comparison with people’s judgements, so the page gives its numbers alone. Read them as a pointer to words worth checking, not as a measurement.'
    : `The model has scored ${count(rated.count)} summaries that people had judged. Of two of them, one judged consistent and one not, it gives the consistent one the higher score in ${Math.round(rated.ordered * 100)} of 100 cases; by chance it would be 50. Beside each score the page says how many of those that scored like it were judged consistent, with the interval that so few cases leave.`;
}

export const SCORE_AGAIN =
  'Change the summary and score it again, and the page sets the two numbers side by side. Harmless edits move the score too: read what changed.';

export const SOURCES = 'Sources';
export const SOURCE_LIST: readonly { readonly text: string; readonly href?: string }[] = [
  {
    text: 'Nan, Nogueira dos Santos, Zhu, Ng, McKeown, Nallapati, Zhang, Wang, Arnold, Xiang: Improving Factual Consistency of Abstractive Summarization via Question Answering. ACL 2021.',
    href: 'https://arxiv.org/abs/2105.04623',
  },
  {
    text: 'The authors’ code: amazon-research/fact-check-summarization, commit 31ebb6d. Its model was withdrawn in 2023; the one here was trained for this page.',
  },
  {
    text: 'The article of Amazon Science on the same work, whose figure this page draws for any two pairs.',
  },
  {
    text: 'The model’s base: SmolLM2-135M-Instruct (HuggingFaceTB), trained further on SQuAD and other open sets of questions. Its model card, with what was measured, stands beside its files.',
  },
];
