/** The summary in lines: which characters stand together, and where each line breaks. Pure. */
import type { Segment } from '../marked-summary/summary-segments.js';

/** Characters of one segment without a break, and the space behind them. */
export interface SummaryPiece {
  readonly segment: Segment;
  readonly text: string;
  readonly width: number;
  /** Of the white space behind it; at the end of a line it has none. */
  readonly space: number;
  /** Behind the last piece of an answer: its pair numbers. */
  readonly numbers: string;
  readonly numbersWidth: number;
}

interface Measures {
  readonly words: (text: string) => number;
  readonly numbers: (text: string) => number;
}

/** Breaks at white space, and at each line break of the text. A word that is wider than a line has a line of its own. */
export function summaryLines(segments: readonly Segment[], width: number, measure: Measures): SummaryPiece[][] {
  const lines: SummaryPiece[][] = [[]];
  let used = 0;
  for (const word of wordsOf(segments, measure)) {
    const size = word.pieces.reduce((sum, { width: own, numbersWidth }) => sum + own + numbersWidth, 0);
    const line = lines.at(-1) ?? [];
    const inner = word.pieces.reduce((sum, { space }, index) => sum + (index < word.pieces.length - 1 ? space : 0), 0);
    if (line.length > 0 && used + size + inner > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(...word.pieces);
    used += size + word.pieces.reduce((sum, { space }) => sum + space, 0);
    if (word.breaks) {
      lines.push([]);
      used = 0;
    }
  }
  return lines.filter((line) => line.length > 0);
}

/** `breaks`: a line break follows. */
interface Word {
  readonly pieces: SummaryPiece[];
  breaks: boolean;
}

function wordsOf(segments: readonly Segment[], measure: Measures): Word[] {
  const words: Word[] = [];
  let open: Word | undefined;
  for (const segment of segments) {
    const parts = segment.text.match(/\S+\s*|\s+/gu) ?? [];
    parts.forEach((part, index) => {
      const text = part.trimEnd();
      const last = index === parts.length - 1;
      const numbers = last ? numbersOf(segment) : '';
      open ??= words[words.push({ pieces: [], breaks: false }) - 1];
      open?.pieces.push({
        segment,
        text,
        width: measure.words(text),
        space: part === text ? 0 : measure.words(' '),
        numbers,
        numbersWidth: numbers === '' ? 0 : measure.numbers(numbers) + 4,
      });
      if (open && part !== text) {
        open.breaks = part.includes('\n');
        open = undefined;
      }
    });
  }
  return words;
}

function numbersOf({ ending }: Segment): string {
  const indices = ending.flatMap(({ pairs }) => pairs).sort((a, b) => a - b);
  return indices.map((index) => index + 1).join(', ');
}
