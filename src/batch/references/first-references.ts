/** Which reference of an article is scored: the first. An article may have several rows, and each may repeat the reference. */
import { TextNumbers } from './text-numbers.js';

/** The system of a reference that a column of its own holds. */
export const REFERENCE_SYSTEM = 'reference';

/** `first`: it is scored. `repeated`: it equals the article's first. `other`: it differs from it, and is not scored. */
export type ReferenceKind = 'first' | 'repeated' | 'other';

export class FirstReferences {
  private readonly numbers = new TextNumbers();
  /** By article, the number of its first reference. */
  private readonly first = new Map<number, number>();

  /** `article`: equal for equal articles. */
  async take(article: number, reference: string): Promise<ReferenceKind> {
    const { number } = await this.numbers.of(reference);
    const first = this.first.get(article);
    if (first !== undefined) return first === number ? 'repeated' : 'other';
    this.first.set(article, number);
    return 'first';
  }
}
