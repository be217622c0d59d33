/** A chosen text as a line of a training file, with its line end. `training/` reads these files. */
import { idJson, type RowId } from '../row-id.js';
import type { ScoredText } from './choose-texts.js';

export interface TrainingText extends Pick<ScoredText, 'value'> {
  readonly id: RowId;
  readonly source: string;
  readonly summary: string;
}

/** JSON allows both within a string, but some readers of lines take them for line ends. */
const LINE_ENDS = /[\u2028\u2029]/g;

export function encodeTraining({ id, source, summary, value }: TrainingText): string {
  const line = `{"id":${idJson(id)},${JSON.stringify({ source, summary, value }).slice(1)}\n`;
  return line.replace(LINE_ENDS, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
}
