/** Gives equal texts the same number, without holding the texts. */
export class TextNumbers {
  private readonly numbers = new Map<string, number>();
  private last: { readonly text: string; readonly number: number } | undefined;

  /** `isNew`: no text before it was equal. */
  async of(text: string): Promise<{ readonly number: number; readonly isNew: boolean }> {
    if (this.last?.text === text) return { number: this.last.number, isNew: false };
    const digest = await digestOf(text);
    const known = this.numbers.get(digest);
    const number = known ?? this.numbers.size;
    this.numbers.set(digest, number);
    this.last = { text, number };
    return { number, isNew: known === undefined };
  }

  get count(): number {
    return this.numbers.size;
  }
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return String.fromCharCode(...new Uint8Array(digest));
}
