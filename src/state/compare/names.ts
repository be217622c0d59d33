/** Ids and names of compared summaries. */
import { unnamed } from '../../text/compare/compare-words.js';

interface Named {
  readonly name: string;
}

/** Random: a score that arrives late must not go to another summary. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('');
}

/** The first of "Summary 1", "Summary 2", … that none of them has. */
export function firstName(summaries: readonly Named[]): string {
  const taken = new Set(summaries.map(({ name }) => name.trim()));
  let number = 1;
  while (taken.has(unnamed(number))) number++;
  return unnamed(number);
}

/** What to call each: a blank name becomes its number, and of two equal names the second gets a number. */
export function distinctNames(summaries: readonly Named[]): string[] {
  const taken = new Set<string>();
  return summaries.map(({ name }, index) => {
    const wanted = name.trim() || unnamed(index + 1);
    let distinct = wanted;
    for (let number = 2; taken.has(distinct); number++) distinct = `${wanted} (${number})`;
    taken.add(distinct);
    return distinct;
  });
}
