/** Entry of the page: puts its parts together and starts it. */
import '../styles/tokens.css';
import '../styles/base.css';
import { openExample, readExamples } from '../features/examples/read-examples.js';
import { ScorerClient } from '../scorer/scorer-client.js';
import { startScorerWorker } from '../scorer/scorer-worker.js';
import { $calibration } from '../state/calibration.js';
import { $texts } from '../state/document.js';
import { $examples } from '../state/examples.js';
import { $modelFacts } from '../state/model.js';
import { remember } from '../state/remember.js';
import { $settings } from '../state/settings.js';
import { deleteModelFiles, keepModelFiles } from '../storage/model-cache.js';
import { buttonStyles } from '../styles/button-styles.js';
import { tableStyles } from '../styles/table-styles.js';
import { visuallyHidden } from '../styles/visually-hidden.js';
import { modelUrl, readCalibration, readModelFacts } from './model-files.js';
import { followAddress, goTo } from './place-in-address.js';
import { QualsApp } from './quals-app.js';
import { countRequests, startCountingRequests } from './request-count.js';
import { createSession } from './session.js';
import { listenForShortcuts } from './shortcuts.js';
import { keepTheme } from './theme-memory.js';
import { keepTitle } from './window-title.js';

const page = new URL(document.baseURI);
const model = modelUrl(page);

startCountingRequests();
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
  keepFiles: keepModelFiles,
});
listenForShortcuts(session);

// The same sheets that elements with a shadow root have, for the parts of the page without one.
const sheets = [buttonStyles, tableStyles, visuallyHidden].flatMap(({ styleSheet }) => styleSheet ?? []);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];

const app = new QualsApp();
app.session = session;
document.body.append(app);

if ($settings.get().acceptedModels.includes(model.href)) void session.load();
void readModelFacts(model).then((facts) => $modelFacts.set(facts));
void readCalibration(model).then((calibration) => $calibration.set(calibration));
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
