/** Texts about sharing two texts, and about texts that somebody sent. */
import type { SharedFault, SharedTexts } from '../../state/share/shared-texts.js';
import { count, counted } from '../numbers.js';

export const SHARE = {
  heading: 'Share these texts',
  note: 'as a link',
  how: 'The link holds both texts and the settings, compressed. No server sees them: a browser does not send the part after “#”. Everybody who has the link can read the texts.',
  make: 'Make a link',
  link: 'Link to these texts',
  copy: 'Copy the link',
  empty: 'Both fields are empty.',
  tooLong: (length: number, limit: number): string =>
    `The link would have ${count(length)} characters. Mail programs and messengers may cut links over ${count(limit)}. Send a file instead: it opens with “Open a saved result”.`,
  file: 'Save the texts as a file',
} as const;

export const SENT = {
  title: 'Somebody sent you these texts',
  how: 'They came with the link or the file that you opened. Nothing has been scored, and no server saw them.',
  article: 'Article',
  summary: 'Summary',
  settings: ({ protocol, preset }: SharedTexts): string =>
    `Settings: ${protocol === 'matched' ? 'matched' : 'released'} protocol, ${preset} preset.`,
  otherSettings: 'They replace yours.',
  take: 'Put them into the fields',
  leave: 'Do not use them',
  waiting: 'A run waits for the model. You can use the texts after it ends.',
  /** Characters that change the order in which a text is shown. */
  controls: (found: number): string =>
    `${counted(found, 'character')} in these texts can change the order in which letters are shown. Here ${found === 1 ? 'it has' : 'they have'} a visible name.`,
} as const;

export const CANNOT_OPEN = 'The shared texts cannot be opened';
export const CLOSE = 'Close';
export const SHARED_FAULTS: Readonly<Record<SharedFault, string>> = {
  damaged: 'The link or the file is incomplete or was changed. Ask for it again. Your texts are as they were.',
  newer:
    'A newer version of this page made the link or the file. Reload the page to update it, then open it again. Your texts are as they were.',
  'too-large':
    'The link holds more text than this page reads from a link. Ask for the texts as a file. Your texts are as they were.',
};
