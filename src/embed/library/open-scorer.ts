/** A model in a worker, for programs: opened once, it scores one summary after another. */
import { runOn } from '../../app/session/run-on.js';
import { offeredModels } from '../../app/session/files/model-files.js';
import { type Fault, QualsError } from '../../core/errors.js';
import type { ModelIndex } from '../../core/model-index.js';
import { MATCHED, type PresetName, PRESETS, type ProtocolName, RELEASED } from '../../core/protocol.js';
import { encodeResult } from '../../core/record/encode-record.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import type { Device, LoadedModel, LoadProgress, ScoreProgress } from '../../core/scorer.js';
import { ScorerClient } from '../../scorer/scorer-client.js';
import { faultWords } from '../../text/faults.js';
import { folderUrl } from './folder-url.js';
import { RUNTIME_URL, startLibraryWorker } from './library-worker.js';

/** public/models/index.json as it was when the library was built. */
declare const MODEL_INDEX: ModelIndex;

export interface ScorerOptions {
  /** The folder that holds `models/`: a copy of the QUALS page, or of its folder models. Relative addresses belong to the document. */
  readonly base: string | URL;
  /** Id of a model, the name of its folder; by default the shipped model. */
  readonly model?: string;
  /** By default `auto`: WebGPU if it passes the self-check, else WASM. */
  readonly device?: Device | 'auto';
  /** Of the download and the preparation. */
  readonly onLoad?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
}

export interface ScoreOptions {
  /** By default `matched` (docs/metric.md). */
  readonly protocol?: ProtocolName;
  /** By default `full`: 60 paths. `quick` has 20. */
  readonly preset?: PresetName;
  readonly onProgress?: (progress: ScoreProgress) => void;
  readonly signal?: AbortSignal;
}

export interface SummaryTexts {
  /** The article. */
  readonly source: string;
  readonly summary: string;
}

export interface OpenScorer {
  readonly model: LoadedModel;
  /** False after its worker ended; then open another. */
  readonly isOpen: boolean;
  /**
   * One at a time: a second call waits for the first. Rejects with a QualsError for texts that cannot be scored and for a device that
   * fails, and with the signal's reason when it is aborted. A summary without a kept pair is no error: `outcome` is `unscorable`.
   */
  score(texts: SummaryTexts, options?: ScoreOptions): Promise<ResultRecord>;
  /** Ends the worker and frees the model's memory. */
  close(): void;
}

/** Downloads and prepares the model, about 100 MB once. Rejects with a QualsError, or with the signal's reason. */
export async function openScorer({
  base,
  model: id = '',
  device = 'auto',
  onLoad = () => undefined,
  signal = new AbortController().signal,
}: ScorerOptions): Promise<OpenScorer> {
  const client = new ScorerClient(startLibraryWorker);
  const models = offeredModels(folderUrl(base), id, MODEL_INDEX);
  const loading = await client.load({ models, device, runtimeUrl: RUNTIME_URL.href }, { signal, onProgress: onLoad });
  if (!loading.ok) throw errorOf(loading.fault);
  if (loading.value.kind === 'cancelled') throw signal.reason;
  const { model } = loading.value;
  let last: Promise<unknown> = Promise.resolve();
  return {
    model,
    get isOpen() {
      return client.isLoaded;
    },
    score: (texts, options) => {
      const scored = last.then(() => scoreOne(client, model, texts, options));
      last = scored.catch(() => undefined);
      return scored;
    },
    close: () => client.end(),
  };
}

async function scoreOne(
  client: ScorerClient,
  model: LoadedModel,
  { source, summary }: SummaryTexts,
  {
    protocol = 'matched',
    preset = 'full',
    onProgress = () => undefined,
    signal = new AbortController().signal,
  }: ScoreOptions = {},
): Promise<ResultRecord> {
  signal.throwIfAborted();
  const since = Date.now();
  const requests = await client.countRequests();
  const chosen = { ...(protocol === 'matched' ? MATCHED : RELEASED), search: PRESETS[preset] };
  const outcome = await client.score({ source, summary, protocol: chosen }, { signal, onProgress });
  if (!outcome.ok) throw errorOf(outcome.fault);
  if (outcome.value.kind === 'cancelled') throw signal.reason;
  const run = runOn(model, (Date.now() - since) / 1000, (await client.countRequests()) - requests);
  return encodeResult(outcome.value, {
    texts: { source, summary },
    createdAt: new Date().toISOString(),
    name: undefined,
    run,
    earlier: undefined,
  });
}

/** With the page's words, and the technical detail in brackets. */
function errorOf(fault: Fault): QualsError {
  const { title, reason } = faultWords(fault);
  return new QualsError(fault.code, `${title}. ${reason}${fault.detail ? ` (${fault.detail})` : ''}`, fault.figures);
}
