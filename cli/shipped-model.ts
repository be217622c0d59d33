/** The model that is used where nobody names another: public/models/index.json says which. */
import { readFileSync } from 'node:fs';
import { parseModelIndex } from '../src/inference/model-files/model-index.js';

const INDEX = new URL('../public/models/index.json', import.meta.url);

export const DEFAULT_MODEL_ID = parseModelIndex(readFileSync(INDEX, 'utf8')).default;
export const DEFAULT_MODEL = `public/models/${DEFAULT_MODEL_ID}`;
