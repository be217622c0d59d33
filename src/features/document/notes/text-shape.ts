/** What a text is besides plain prose: the model was trained on that alone. */

export type TextShape = 'capitals' | 'table' | 'code' | 'markup';

/** Characters that are looked at: enough for any text, and quick on a megabyte. */
const SAMPLE = 20_000;

export function shapesOf(text: string): TextShape[] {
  const sample = text.slice(0, SAMPLE);
  const shapes: TextShape[] = [];
  if (isCode(sample)) shapes.push('code');
  else if (hasTable(sample)) shapes.push('table');
  if (hasMarkup(sample)) shapes.push('markup');
  if (isCapitals(sample)) shapes.push('capitals');
  return shapes;
}

/** An abbreviation alone is no text in capitals. */
const LEAST_LETTERS = 20;

function isCapitals(text: string): boolean {
  const large = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return large + small >= LEAST_LETTERS && large > 0.7 * (large + small);
}

const SEPARATORS = ['\t', '|', ';', ','] as const;
const LEAST_ROWS = 3;
/** A longer cell is a sentence with commas. */
const LONGEST_CELL = 40;

/** Three lines in a row, none a sentence, with the same number of short cells: three or more, two with tabs or bars. */
function hasTable(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim());
  return SEPARATORS.some((separator) => {
    const least = separator === '\t' || separator === '|' ? 2 : 3;
    let rows = 0;
    let cellsBefore = 0;
    return lines.some((line) => {
      const cells = line.split(separator).filter((cell) => cell.trim() !== '');
      const isRow =
        cells.length >= least && !/[.!?]$/u.test(line) && cells.every((cell) => cell.trim().length <= LONGEST_CELL);
      rows = isRow ? (cells.length === cellsBefore ? rows + 1 : 1) : 0;
      cellsBefore = cells.length;
      return rows >= LEAST_ROWS;
    });
  });
}

const JSON_LIKE = /^\s*[[{][\s\S]*"[^"\n]+"\s*:[\s\S]*[\]}]?\s*$/u;
const CODE_LINE =
  /^\s*(?:(?:export |public |private |static |async )*(?:def|class|function|fn|func|interface|struct|enum)\s+\w+.*[({:]|(?:const|let|var|int|string|auto)\s+\w+\s*=|import\s+[\w{*"'].*|from\s+\S+\s+import\s|#include\s*[<"]|return\b.*[;)\d]\s*$|return \w+\s*$|(?:if|for|while)\b.*[:{]\s*$|<\?php|SELECT\s.+\sFROM\s|.*[;{}]\s*$)/u;

function isCode(text: string): boolean {
  if (JSON_LIKE.test(text)) return true;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const code = lines.filter((line) => CODE_LINE.test(line)).length;
  return code >= 2 && code >= lines.length / 3;
}

const HTML =
  /<\/?(?:p|b|i|u|a|br|div|span|em|strong|h[1-6]|ul|ol|li|table|tr|td|th|img|html|body|head|script|style|blockquote|article|section)(?:\s[^<>]*)?\/?>/iu;
const MARKDOWN =
  /(?:^|[\s(])(?:\*\*[^\s*][^*\n]*\*\*|__[^\s_][^_\n]*__)|^#{1,6}\s+\S|\[[^\]\n]+\]\(\S+\)|\w[.,!?"”]?\[\d{1,3}\]|^```/mu;
const LATEX = /\\(?:begin|end|section|textbf|emph|cite|frac)\{/u;

function hasMarkup(text: string): boolean {
  return HTML.test(text) || MARKDOWN.test(text) || LATEX.test(text) || /&(?:amp|lt|gt|nbsp|quot|#\d+);/u.test(text);
}
