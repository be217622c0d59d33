/** Entry of the scoring worker. */
import { expose } from 'comlink';
import { createScorer } from './create-scorer.js';

// Held until this worker ends, however it ends: the page waits for the lock and so learns of a death that has no event.
if ('locks' in navigator) void navigator.locks.request(self.name, () => new Promise(() => undefined));

expose(createScorer());
