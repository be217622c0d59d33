/** Reading the example files. They come with the page, checked by the project's tests; their shape is not checked again here. */
import type { Example, ExampleEntry } from '../../state/scoring/examples.js';
import type { PageState } from '../../state/page-state.js';
import { takeTexts } from '../../state/scoring/take-texts.js';

export async function readExamples({ $examples }: PageState, page: URL): Promise<void> {
  const entries = await readFile<ExampleEntry[]>(page, 'index');
  $examples.set(entries ? { kind: 'read', entries } : { kind: 'failed' });
}

/** Shows an example; undefined where it cannot be read. */
export async function openExample(state: PageState, page: URL, id: string): Promise<Example | undefined> {
  const example = await readExample(state, page, id);
  if (example) state.$example.set(example);
  return example;
}

/** Shows an example and puts its texts into the fields. Does nothing where it cannot be read. */
export async function chooseExample(state: PageState, page: URL, id: string): Promise<void> {
  const example = await readExample(state, page, id);
  if (!example) return;
  // In this order: the texts of the example before are not the person's own.
  takeTexts(state, example);
  state.$example.set(example);
}

async function readExample({ $examples }: PageState, page: URL, id: string): Promise<Example | undefined> {
  const example = await readFile<Example>(page, id);
  const examples = $examples.get();
  if (examples.kind === 'read') $examples.set({ ...examples, unreachable: example === undefined });
  return example;
}

async function readFile<T>(page: URL, id: string): Promise<T | undefined> {
  try {
    const response = await fetch(new URL(`examples/${id}.json`, page));
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    // Offline, or a server that sends something else: the state records that there are no examples.
    return undefined;
  }
}
