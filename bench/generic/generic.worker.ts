/** The generic implementation in a worker, as the benchmark runs it. */
import { expose } from 'comlink';
import { scoreGeneric } from './score-generic.js';

/** ONNX Runtime starts its threads from the script that it is bundled into: this one. */
const THREAD_NAME = 'em-pthread';

if (self.name !== THREAD_NAME) expose(scoreGeneric);
