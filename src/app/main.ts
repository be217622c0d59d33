/** Entry of the page: index.html holds its one <quals-app>. */
import './document/own-scripts.js';
import '../styles/tokens.css';
import '../styles/base.css';
import { registerElements } from './register-elements.js';

registerElements();
