/** Entry of the scoring worker. */
import { expose } from 'comlink';
import { createScorer } from './create-scorer.js';

expose(createScorer());
