/** Entry `quals-in-the-browser/quals-scorer`: importing it defines `<quals-scorer>` and the elements that it consists of. */
import '../styles/tokens.css';
import '../styles/base.css';
import { registerElements } from '../app/register-elements.js';
import { defineElements } from '../components/element/define-elements.js';
import { QualsScorer } from './scorer/scorer-element.js';

registerElements();
defineElements({ 'quals-scorer': QualsScorer });

export type { QualsScorerElement } from './shared/element-types.js';
