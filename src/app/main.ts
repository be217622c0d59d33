/** Entry of the page: puts its parts together and starts it. */
import './own-scripts.js';
import '../styles/tokens.css';
import '../styles/base.css';
import { openExample, readExamples } from '../features/examples/read-examples.js';
import { ScorerClient } from '../scorer/scorer-client.js';
import { startScorerWorker } from '../scorer/scorer-worker.js';
import { $texts } from '../state/document.js';
import { $examples } from '../state/examples.js';
import { $modelFacts } from '../state/model.js';
import { remember } from '../state/remember.js';
import { $run } from '../state/run.js';
import { $settings } from '../state/settings.js';
import { deleteModelFiles, keepModelFiles } from '../storage/model-cache.js';
import { markRun, takeRunMark } from '../storage/run-mark.js';
import { buttonStyles } from '../styles/button-styles.js';
import { tableStyles } from '../styles/table-styles.js';
import { visuallyHidden } from '../styles/visually-hidden.js';
import { modelUrl, readCalibrations, readModelFacts } from './model-files.js';
import { followAddress, goTo } from './place-in-address.js';
import { QualsApp } from './quals-app.js';
import { countRequests, startCountingRequests } from './request-count.js';
import { keepPage } from './service-worker.js';
import { createSession } from './session.js';
import { listenForShortcuts } from './shortcuts.js';
import { keepTheme } from './theme-memory.js';
import { keepTitle } from './window-title.js';

const page = new URL(document.baseURI);
const model = modelUrl(page);

const app = new QualsApp();
const { state } = app;

startCountingRequests();
keepPage(state);
const hadTexts = await remember();
keepTheme();
keepTitle();
followAddress();

const session = createSession({
  client: new ScorerClient(startScorerWorker),
  modelUrl: model,
  goTo,
  countRequests,
  deleteFiles: deleteModelFiles,
  keepFiles: async () => state.$persisted.set(await keepModelFiles()),
});
listenForShortcuts(session);

// The same sheets that elements with a shadow root have, for the parts of the page without one.
const sheets = [buttonStyles, tableStyles, visuallyHidden].flatMap(({ styleSheet }) => styleSheet ?? []);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];

app.session = session;
document.body.append(app);

if (takeRunMark()) $run.set({ kind: 'failed', fault: { code: 'run-interrupted', detail: '' } });
$run.listen(({ kind }) => markRun(kind === 'running' || kind === 'waiting'));

if ($settings.get().acceptedModels.includes(model.href)) void session.load();
const facts = readModelFacts(model);
void facts.then((read) => $modelFacts.set(read));
void readCalibrations(model, facts).then((calibrations) => state.$calibrations.set(calibrations));
await readExamples(page);
await openFirstExample();

/** The worked example of the first visit; its texts fill the fields only where the person had none. */
async function openFirstExample(): Promise<void> {
  const examples = $examples.get();
  const first = examples.kind === 'read' ? examples.entries[0] : undefined;
  const example = first && (await openExample(page, first.id));
  const { source, summary } = $texts.get();
  if (example && !hadTexts && source === '' && summary === '')
    $texts.set({ source: example.source, summary: example.summary });
}
