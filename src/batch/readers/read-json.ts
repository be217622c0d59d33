/** A JSON array of objects, or objects one after another, on as many lines as they like. Holds one object at a time. */
import { InputError } from '../input-fault.js';
import type { BatchRow, RowKeys } from '../row.js';
import { type Line, LONGEST_ROW } from '../split-lines.js';
import { readJsonRow } from './json-row.js';

export async function* readJson(text: AsyncIterable<string>, keys: RowKeys): AsyncGenerator<BatchRow> {
  for await (const { text: row, line } of splitValues(text)) yield readJsonRow(row, line, keys);
}

/** What comes between values. */
const SPACE = /[\s,]/;

/** The text of each value, with the line in which it begins. */
export async function* splitValues(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  const scanner = new ValueScanner();
  for await (const chunk of chunks) {
    for (const char of chunk) {
      const value = scanner.take(char);
      if (value) yield value;
    }
    if (scanner.length > LONGEST_ROW) {
      throw new InputError({ kind: 'row-too-long', line: scanner.start, limit: LONGEST_ROW });
    }
  }
  const rest = scanner.end();
  if (rest) yield rest;
}

class ValueScanner {
  /** Line in which the value begins. */
  start = 1;
  private line = 1;
  private text = '';
  private depth = 0;
  /** Brackets around the values: 1 in an array. */
  private outer = 0;
  private begun = false;
  private inString = false;
  private escaped = false;

  get length(): number {
    return this.text.length;
  }

  /** The value that ends with `char`. */
  take(char: string): Line | undefined {
    if (char === '\n') this.line += 1;
    if (this.text === '') {
      if (SPACE.test(char)) return undefined;
      if (!this.begun && char === '[') {
        [this.begun, this.outer, this.depth] = [true, 1, 1];
        return undefined;
      }
      this.begun = true;
      if (char === ']' && this.outer === 1) {
        this.closeArray();
        return undefined;
      }
      this.start = this.line;
    }
    return this.add(char);
  }

  /** What is left when the input ends: a value that was cut off, or the end that an array lacks. */
  end(): Line | undefined {
    if (this.text.trim() !== '') return this.give();
    return this.outer === 1 ? { text: '', line: this.line } : undefined;
  }

  private closeArray(): void {
    [this.outer, this.depth] = [0, 0];
  }

  private add(char: string): Line | undefined {
    if (!this.inString && this.depth === this.outer && (char === ',' || (char === ']' && this.outer === 1))) {
      // A text or a number in place of an object.
      if (char === ']') this.closeArray();
      return this.give();
    }
    this.text += char;
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (char === '\\') this.escaped = true;
      else if (char === '"') this.inString = false;
      return undefined;
    }
    if (char === '"') this.inString = true;
    else if (char === '{' || char === '[') this.depth += 1;
    else if (char === '}' || char === ']') {
      this.depth -= 1;
      if (this.depth <= this.outer) return this.give();
    }
    return undefined;
  }

  private give(): Line {
    const value = { text: this.text, line: this.start };
    this.text = '';
    return value;
  }
}
