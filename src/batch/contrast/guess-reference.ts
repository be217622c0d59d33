/** Which system of a batch wrote the references: a first guess from the names. A person corrects it. */

/** Names that public data sets give to summaries by people, likeliest first; compared without capitals. */
const NAMES = ['reference', 'ref', 'references', 'gold', 'highlights', 'target', 'human', 'ground truth'];

/** Undefined where no name says so. */
export function guessReference(systems: readonly string[]): string | undefined {
  const plain = (system: string): string => system.trim().toLowerCase().replaceAll(/[_-]+/g, ' ');
  const exact = NAMES.flatMap((name) => systems.filter((system) => plain(system) === name));
  const within = NAMES.flatMap((name) => systems.filter((system) => plain(system).split(' ').includes(name)));
  return exact[0] ?? within[0];
}
