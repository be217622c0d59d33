/** The model that is used where nobody names another: public/models/index.json says which. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseModelIndex } from '../../src/inference/model-files/model-index.js';

const INDEX = new URL('../../public/models/index.json', import.meta.url);

export const DEFAULT_MODEL_ID = parseModelIndex(readFileSync(INDEX, 'utf8')).default;
export const MODEL_FOLDER = `public/models/${DEFAULT_MODEL_ID}`;
/** Of this repository, wherever the command is started. */
export const DEFAULT_MODEL = fileURLToPath(new URL(`../../${MODEL_FOLDER}`, import.meta.url));
