/** Entry of the page: index.html holds its one <quals-app>. */
import './document/own-scripts.js';
import '../styles/tokens.css';
import '../styles/base.css';
import { startScorerWorker } from '../scorer/start-scorer-worker.js';
import { ownDocument } from './document/own-document.js';
import { QualsApp } from './quals-app.js';
import { registerElements } from './register-elements.js';

QualsApp.pageHost = {
  base: new URL('.', document.baseURI),
  model: new URLSearchParams(location.search).get('model') ?? '',
  startWorker: startScorerWorker,
  ownDocument,
};
registerElements();
