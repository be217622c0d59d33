/** Texts of the help page: what QUALS is, how to read the result, limits, storage, sources. */
import { MATCHED, PRESETS } from '../../core/protocol.js';
import { count } from '../numbers.js';

export interface HelpSection {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly list?: readonly { readonly term: string; readonly text: string }[];
}

export const HELP_TITLE = 'How it works';
export const HELP_LEDE =
  'A language model writes questions about a summary. QUALS measures how much less likely their answers become when the model reads the article instead.';

export const SECTIONS: readonly HelpSection[] = [
  {
    id: 'steps',
    heading: 'How the score is computed',
    paragraphs: [
      'QUALS (Nan et al., ACL 2021) is a measure of factual consistency. It needs one model, which was trained to write a question and its answer for a text.',
    ],
    list: [
      {
        term: 'Clean',
        text: 'Invisible characters (soft hyphens, zero-width spaces, blanks at the ends) are removed from both texts, and runs of blanks become one. A sentence that the summary repeats is read once.',
      },
      {
        term: 'Write',
        text: `The model reads the summary alone and writes ${PRESETS.full.paths} questions with their answers. A penalty for repeating the others keeps them different from each other.`,
      },
      {
        term: 'Keep',
        text: `A pair counts if its answer occurs in the summary word for word. About ${MATCHED.softCap} pairs are kept, spread over different answers.`,
      },
      {
        term: 'Measure',
        text: 'The model gives the probability of each token (a word or a piece of a word) of each pair: once after reading the summary, once after reading the article.',
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
      'Each column is one word of a question or its answer. The blue bar is its probability given the summary, the orange ring its probability given the article. A tall bar with a low ring means: the summary says something that the article makes unlikely. Look first at the answer, which is set apart on the right.',
      'A linear scale shows likely words well. A logarithmic scale shows how unlikely a word is, and the length of a stem is its part of the score. The page starts with the logarithmic scale if the probability of an answer is below 0.01.',
      'Select a word to see both probabilities and the five tokens that the model expected most in its place. The letters A and B mark the two pairs that are drawn. You can choose any two.',
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
        text: 'A summary that says the same in other words also scores below 0. Check which answers cause the gap.',
      },
      {
        term: 'A high score',
        text: 'A summary can score near 0 and still be wrong: the questions may miss the wrong word, or the model may find it likely anyway.',
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
        text: 'Below six kept questions the score decides nothing. The verdict then follows the first look alone. Without one, or for a summary of fewer than six words, the page gives no verdict.',
      },
      {
        term: 'Unclear questions',
        text: 'A question is unclear if the summary itself gives its answer a probability below 30 %. The list shows such pairs last, unless the first look marks the answer. They count in the score, as in the paper.',
      },
      {
        term: 'Unmarked words',
        text: 'Words that no kept question asks about are not checked and stay unmarked.',
      },
      {
        term: 'A small model',
        text: 'It has 135 million parameters and was trained on English. Many of its questions have a false premise, and it makes mistakes that a person would not make.',
      },
      {
        term: 'Long articles',
        text: 'The model reads about 8,100 tokens (about 6,000 words). If the article is longer, the page asks what to cut. It never cuts silently.',
      },
      {
        term: 'What the article says instead',
        text: 'This line is the model’s likeliest answer: a guess, with its probability. The linked passage is the evidence. It contains that answer; if several passages do, the page links the one that shares the most words with the question.',
      },
    ],
  },
  {
    id: 'first-look',
    heading: 'First look: marks while you edit',
    paragraphs: [
      'The first look is a second judge, which some models have. It asks no questions. It reads the summary after the article, and once more alone, and gives each word a probability that the article does not support it. It takes a fraction of the time of a score, so the page runs it whenever you stop typing, and marks the words under the summary field. A wavy line is a strong mark, a dotted line a weak one.',
      'The verdict follows the first look where people have judged such looks, because it orders summaries better than the score does. It gives no reason; the score shows the questions and what the article says instead. The result shows both, each on its own scale, and says where they disagree. A mark says where to look. Compare that word with the article before you change it.',
      'Score always goes first. Settings turn the first look off. If a look takes more than two seconds after an edit, the page turns it off and offers to look anyway. A word in a sentence that is in the article word for word gets no mark.',
    ],
  },
  {
    id: 'protocols',
    heading: 'Two protocols, two presets',
    paragraphs: [
      'Matched is the default. It scores each pair in the same way given both texts, and an answer must be whole words of the summary. Released repeats the authors’ published code: the score given the summary is the search’s own score, with its penalties for repetition, and “art” counts as part of “party”.',
      `Each path of the search writes one question. The full preset has ${PRESETS.full.paths} paths. The quick one has ${PRESETS.quick.paths}, for slow devices; its scores are noisier. The model card gives their agreement.`,
      'Scores of different protocols or presets are not comparable. Each score names its protocol and preset. Without a first look, its verdict comes from human judgements of summaries scored in the same way.',
    ],
  },
  {
    id: 'compare',
    heading: 'Comparing summaries',
    paragraphs: [
      'The page “Compare” scores two to eight summaries of one article with the same model and protocol. Their scores are directly comparable, because the article is the same.',
      'Shading and underline show how much less likely each word of an answer is given the article, as in a single result. Bold words differ from the summary that you choose under “Compare with”. The table below lists each question with the answers of all summaries and the article’s own answer.',
      'An edit puts a score out of date. The page then shows what the edit changed, and scores only this summary again.',
      'A score over fewer than six pairs, and a summary that copies the article word for word, take no part in the order.',
    ],
  },
  {
    id: 'batch',
    heading: 'Many summaries',
    paragraphs: [
      'The page “Batch” scores each row of a table and stores each finished row. You can close the page and go on later. Two fields above the table, or a drag over the figure, show only the rows in a range of QUALS.',
      'A batch with references and generated summaries can give texts for contrastive training, as in section 4 of the paper (ConSeq). S+ has the references among the best 30 %, S− the generated summaries among the worst 30 %, both only of articles that are in both shares. You can change the percentages, or choose by ROUGE. If the model gives a first look, the page shows its mean for both sets. The first look has no part in the choice.',
    ],
  },
  {
    id: 'keys',
    heading: 'Keys',
    paragraphs: [
      'Ctrl or ⌘ + Enter scores, Escape stops. In the table of pairs and in a chart, the arrow keys move, Home and End jump, Enter selects, and Escape leaves. On the page “Rate”, 1 to 9 answer, Enter goes on, P goes back and S skips. No other page has keys of a single letter.',
    ],
  },
  {
    id: 'privacy',
    heading: 'What is stored, and how to remove it',
    paragraphs: [
      'A program in your browser reads your texts. Nothing you paste is sent anywhere. This page can connect only to the server that it came from, and your browser enforces this. If QUALS is part of another page, that page sets its own rules.',
      'This browser stores your settings, your results, and your batches and studies. For each open tab and the last closed ones (eight tabs in all, or more if more were open at once), it also stores the texts, the last result and the comparison, and up to ten earlier texts and ten earlier comparisons. After you press Score, it also stores the model. The page “History” lists the results, deletes them, and can be turned off. A link made with “Share these texts” holds the texts themselves: everybody who has the link can read them. “Remove the model” under Settings deletes the model. To delete everything, also the texts of closed tabs, clear this site’s data in the browser.',
    ],
  },
];

export const TRUST = 'How far to trust it';
/** `rated`: number of judged summaries and the ROC-AUC of the scores on them; undefined without judgements. */
export function trust(rated: { readonly count: number; readonly ordered: number } | undefined): string {
  return rated === undefined
    ? 'This version of the model has no comparison with human judgements, so the page gives only its numbers. Use them to find words worth checking, not as a measurement.'
    : `The model scored ${count(rated.count)} summaries that people had judged. It ranks a consistent summary above an inconsistent one in ${Math.round(rated.ordered * 100)} of 100 cases (ROC-AUC; chance gives 50). For each score, the page gives the share of similar summaries that people judged consistent, with a 95 % confidence interval.`;
}

export const SCORE_AGAIN =
  'Change the summary and score it again: the page shows the change of the score. Harmless edits also change the score, so read what changed.';

export const SOURCES = 'Sources';
export const SOURCE_LIST: readonly { readonly text: string; readonly href?: string }[] = [
  {
    text: 'Nan, Nogueira dos Santos, Zhu, Ng, McKeown, Nallapati, Zhang, Wang, Arnold, Xiang: Improving Factual Consistency of Abstractive Summarization via Question Answering. ACL 2021.',
    href: 'https://arxiv.org/abs/2105.04623',
  },
  {
    text: 'The authors’ code: amazon-research/fact-check-summarization, commit 31ebb6d. Its model was withdrawn in 2023. The model here was trained for this page.',
  },
  {
    text: 'The Amazon Science article on the same work. This page draws its figure for any two pairs.',
  },
  {
    text: 'Base model: SmolLM2-135M-Instruct (HuggingFaceTB), fine-tuned on SQuAD and other open question sets. The model card next to its files lists all measurements.',
  },
];
