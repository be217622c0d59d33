/** Possible problems of two texts before they are scored. None prevents scoring. */
import { isOtherScript } from '../../../core/text/other-script.js';
import { repeatedSentences } from '../../../core/text/repeated-sentences.js';
import { normaliseText } from '../../../core/text/normalise-text.js';
import type { Texts } from '../../../state/scoring/document.js';
import type { NamedNote } from '../../../text/form/note-words.js';
import { chatReply } from './chat-reply.js';
import { countWords } from '../count-words.js';
import { shapesOf } from './text-shape.js';
import { haveLittleInCommon } from './word-overlap.js';

export type TextNote = NamedNote;

/** Number of characters that are searched: enough for a summary, and fast on a megabyte. */
const SAMPLE = 4_000;

/** One to six words, four times or more in a row. */
const REPEATED_WORDS = /(?:^|\s)((?:\S+\s+){1,6}?)\1{3,}/u;

const FIELDS: readonly (keyof Texts)[] = ['source', 'summary'];

/** `otherLanguage`: the texts that `isOtherLanguage` found, as far as it is known. */
export function notesOf(texts: Texts, otherLanguage: readonly (keyof Texts)[] = []): TextNote[] {
  const { source, summary } = texts;
  if (source.trim() === '' || summary.trim() === '') return [];
  const notes: TextNote[] = [];
  const isSame = source.trim() === summary.trim();
  if (isSame) notes.push({ kind: 'same' });
  else if (countWords(summary) > countWords(source)) notes.push({ kind: 'exchanged' });
  const reply = chatReply(summary);
  if (reply) notes.push({ kind: reply, field: 'summary' });
  for (const field of FIELDS) for (const kind of shapesOf(texts[field])) notes.push({ kind, field });
  if (isOtherScript(source) || isOtherScript(summary)) notes.push({ kind: 'other-script' });
  else notes.push(...languageNotes(otherLanguage, notes));
  if (repeatedSentences(normaliseText(summary.slice(0, SAMPLE)).text).length > 0)
    notes.push({ kind: 'repeated-sentences', field: 'summary' });
  if (REPEATED_WORDS.test(`${summary.slice(0, SAMPLE)} `)) notes.push({ kind: 'repeated-words', field: 'summary' });
  // What is no summary at all has been said already.
  if (!isSame && reply !== 'refusal' && haveLittleInCommon(summary, source)) notes.push({ kind: 'little-in-common' });
  return notes;
}

/** Rows, JSON and code get no note about language. */
function languageNotes(fields: readonly (keyof Texts)[], notes: readonly TextNote[]): TextNote[] {
  const told = fields.filter(
    (field) => !notes.some((note) => note.field === field && (note.kind === 'table' || note.kind === 'code')),
  );
  if (told.length === FIELDS.length) return [{ kind: 'other-language' }];
  return told.map((field) => ({ kind: 'other-language', field }));
}
