/** The small files that a page shows before any model is loaded: facts of the model, its calibrations, the examples. */
import { openExample, readExamples } from '../../../features/examples/read-examples.js';
import type { PageState } from '../../../state/page-state.js';
import { readCalibrations, readModelFacts } from './model-files.js';

/** The first example is the worked example; its texts fill the fields only where a visit before left none (`hadTexts`). */
export async function readFirstFiles(page: URL, model: URL, state: PageState, hadTexts: boolean): Promise<void> {
  const facts = readModelFacts(model);
  void facts.then((read) => state.$modelFacts.set(read));
  void readCalibrations(model, facts).then((calibrations) => state.$calibrations.set(calibrations));
  await readExamples(state, page);
  const examples = state.$examples.get();
  const first = examples.kind === 'read' ? examples.entries[0] : undefined;
  const example = first && (await openExample(state, page, first.id));
  const { source, summary } = state.$texts.get();
  if (example && !hadTexts && source === '' && summary === '')
    state.$texts.set({ source: example.source, summary: example.summary });
}
