/** Entry of the page: connects its parts and starts it. */
import './own-scripts.js';
import '../styles/tokens.css';
import '../styles/base.css';
import { openExample, readExamples } from '../features/examples/read-examples.js';
import type { ModelIndex } from '../core/model-index.js';
import { ScorerClient } from '../scorer/scorer-client.js';
import { startScorerWorker } from '../scorer/scorer-worker.js';
import { $calibrations } from '../state/calibration.js';
import { $texts } from '../state/document.js';
import { $examples } from '../state/examples.js';
import { $modelFacts } from '../state/model.js';
import { $persisted } from '../state/offline.js';
import { remember } from '../state/remember.js';
import { $run } from '../state/run.js';
import { $settings } from '../state/settings.js';
import { deleteModelFiles, keepModelFiles } from '../storage/model-cache.js';
import { markRun, takeRunMark } from '../storage/run-mark.js';
import { buttonStyles } from '../styles/button-styles.js';
import { tableStyles } from '../styles/table-styles.js';
import { visuallyHidden } from '../styles/visually-hidden.js';
import { offeredModels, readCalibrations, readModelFacts } from './model-files.js';
import { listenForDroppedFiles } from './dropped-files.js';
import { followAddress, goTo } from './place-in-address.js';
import { QualsApp } from './quals-app.js';
import { countRequests, startCountingRequests } from './request-count.js';
import { keepPage } from './service-worker.js';
import { createSession } from './session.js';
import { listenForShortcuts } from './shortcuts.js';
import { keepTheme } from './theme-memory.js';
import { keepTitle } from './window-title.js';

/** public/models/index.json as it was when this page was built (vite.config.ts). */
declare const MODEL_INDEX: ModelIndex;

const page = new URL(document.baseURI);
const models = offeredModels(page, MODEL_INDEX);
const model = new URL(models[0]?.url ?? page);

startCountingRequests();
keepPage();
const hadTexts = await remember();
keepTheme();
keepTitle();
followAddress();

const session = createSession({
  client: new ScorerClient(startScorerWorker),
  models,
  goTo,
  countRequests,
  deleteFiles: deleteModelFiles,
  keepFiles: async () => $persisted.set(await keepModelFiles()),
});
listenForShortcuts(session);
listenForDroppedFiles([]);

// The style sheets of elements with a shadow root, for the parts of the page without one.
const sheets = [buttonStyles, tableStyles, visuallyHidden].flatMap(({ styleSheet }) => styleSheet ?? []);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];

const app = new QualsApp();
app.session = session;
document.body.append(app);

if (takeRunMark()) $run.set({ kind: 'failed', fault: { code: 'run-interrupted', detail: '' } });
$run.listen(({ kind }) => markRun(kind === 'running' || kind === 'waiting'));

if ($settings.get().acceptedModels.includes(model.href)) void session.load();
const facts = readModelFacts(model);
void facts.then((read) => $modelFacts.set(read));
void readCalibrations(model, facts).then((calibrations) => $calibrations.set(calibrations));
await readExamples(page);
await openFirstExample();

/** The worked example of the first visit. Its texts fill the fields only if the person has none. */
async function openFirstExample(): Promise<void> {
  const examples = $examples.get();
  const first = examples.kind === 'read' ? examples.entries[0] : undefined;
  const example = first && (await openExample(page, first.id));
  const { source, summary } = $texts.get();
  if (example && !hadTexts && source === '' && summary === '')
    $texts.set({ source: example.source, summary: example.summary });
}
