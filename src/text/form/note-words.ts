/** Said under the two texts before anything is scored. A note never keeps a person from scoring. */

/** `field`: the text that the note is about; undefined for both. */
export interface NamedNote {
  readonly kind: keyof typeof NOTES;
  readonly field?: 'source' | 'summary';
}

const NAMES = { source: 'The article', summary: 'The summary' } as const;
const ENGLISH = 'The model was trained on English; in another language the score means little.';

const NOTES = {
  same: () => 'Both fields hold the same text, so QUALS will be close to 0.',
  exchanged: () => 'The summary is longer than the article. Are they in each other’s fields?',
  refusal: () => 'The summary reads like a chat model’s refusal, not like a summary.',
  preamble: () =>
    'The summary has words of a chat model’s reply, such as “Here is a summary:”. Remove them: they are scored too.',
  capitals: (name) =>
    `${name} is in capital letters. The model was trained on ordinary spelling, so the score is probably too low.`,
  table: (name) => `${name} contains a table. The model was trained on sentences; it reads rows and columns badly.`,
  code: (name) => `${name} contains JSON or code. The model was trained on sentences; it reads code badly.`,
  markup: (name) =>
    `${name} contains markup (HTML, Markdown or reference numbers). Remove it: the model reads it as words.`,
  'other-script': () => 'The model was trained on English. In another script it gives a number that means little.',
  'other-language': (name) =>
    name === undefined
      ? `The texts seem to be in another language. ${ENGLISH}`
      : `${name} seems to be in another language. ${ENGLISH}`,
  'repeated-sentences': () => 'The summary repeats a sentence. Each sentence is scored once.',
  'repeated-words': () => 'The summary repeats the same words many times in a row.',
  'little-in-common': () => 'Few words of the summary are in the article. Do they belong together?',
} satisfies Record<string, (name: string | undefined) => string>;

export function noteWords({ kind, field }: NamedNote): string {
  const say: (name: string | undefined) => string = NOTES[kind];
  return say(field && NAMES[field]);
}
