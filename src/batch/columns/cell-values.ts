/**
 * A cell as a text or as a number. Public data sets keep some parts in lists:
 * QAGS (Wang et al. 2020) `summary_sentences`: [{sentence, responses: [{response: "yes" | "no"}]}];
 * SummEval (Fabbri et al. 2021) `expert_annotations`: [{consistency: 1 to 5}];
 * FRANK (Pagnoni et al. 2021) `summary_sentences_annotations`: [{annotator: ["NoE"]}], NoE for no error.
 */
import { mean } from 'simple-statistics';

/** Undefined where the cell holds no text. */
export function textOf(cell: unknown): string | undefined {
  if (typeof cell === 'string') return cell;
  const sentences = objectsIn(cell)?.map(({ sentence }) => sentence);
  return sentences?.every((sentence) => typeof sentence === 'string') ? sentences.join(' ') : undefined;
}

/** Null where the cell is empty; undefined where it holds no number. */
export function labelOf(cell: unknown): number | null | undefined {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  if (typeof cell === 'string') return labelOfText(cell.trim());
  const parts = objectsIn(cell)?.map(labelOfPart);
  return parts?.every((part) => part !== undefined) ? mean(parts) : undefined;
}

const WORDS: Readonly<Record<string, number>> = {
  yes: 1,
  true: 1,
  consistent: 1,
  supported: 1,
  faithful: 1,
  no: 0,
  false: 0,
  inconsistent: 0,
  unsupported: 0,
  unfaithful: 0,
  hallucinated: 0,
};
const EMPTY = /^$|^(nan|null|none|n\/a|na)$/i;

function labelOfText(text: string): number | null | undefined {
  if (EMPTY.test(text)) return null;
  const value = WORDS[text.toLowerCase()] ?? Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** One expert's consistency, or what most people said of one sentence. */
function labelOfPart(part: Readonly<Record<string, unknown>>): number | undefined {
  const { consistency, responses } = part;
  if (typeof consistency === 'number') return consistency;
  const votes = objectsIn(responses)?.map(({ response }) => response);
  if (votes) return majority(votes.map((vote) => vote === 'yes'));
  const errors = Object.values(part);
  if (errors.length === 0 || !errors.every((each) => Array.isArray(each))) return undefined;
  return majority(errors.map((found) => found.length > 0 && found.every((error) => error === 'NoE')));
}

function majority(votes: readonly boolean[]): number {
  return votes.filter(Boolean).length * 2 > votes.length ? 1 : 0;
}

/** Undefined unless the cell is a list of at least one object, and of nothing else. */
function objectsIn(cell: unknown): readonly Readonly<Record<string, unknown>>[] | undefined {
  if (!Array.isArray(cell) || cell.length === 0) return undefined;
  const isObject = (each: unknown): boolean => typeof each === 'object' && each !== null && !Array.isArray(each);
  return cell.every(isObject) ? (cell as Readonly<Record<string, unknown>>[]) : undefined;
}
