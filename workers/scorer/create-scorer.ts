/** Implements the page's contract (src/core/scorer.ts) in one worker: one model, one run at a time, outcomes instead of errors. */
import { Cancelled } from '../../src/core/cancelled.js';
import { type Outcome, QualsError } from '../../src/core/errors.js';
import { type FirstLookRequest, takeFirstLook } from '../../src/core/first-look/take-first-look.js';
import { scoreWithMeasures } from '../../src/core/measures/score-with-measures.js';
import { SEARCH } from '../../src/core/protocol.js';
import type { Checkpoint } from '../../src/core/qagen-model.js';
import { textLimit } from '../../src/core/quals/check-texts.js';
import { KeptArticle } from '../../src/core/quals/kept-article.js';
import type { ScoreResult } from '../../src/core/score.js';
import type {
  LoadedModel,
  LoadProgress,
  LoadRequest,
  Scorer,
  ScoreProgress,
  ScoreRequest,
  TakenLook,
} from '../../src/core/scorer.js';
import { normaliseText } from '../../src/core/text/normalise-text.js';
import { faultOf } from '../../src/inference/faults.js';
import { createCheckpoint } from './checkpoint.js';
import { BackgroundWork, readAhead } from './background-work.js';
import { chooseModel, deviceMemory } from './choose-model.js';
import { DeviceWatch } from './device/device-watch.js';
import { loadModelFiles } from './model-files/load-model-files.js';
import { openFileStore } from './model-files/file-store.js';
import { chooseRuntime } from './model-files/runtime-file.js';
import { type OpenModel, openModel } from './open-model.js';
import { probeDevice } from './device/probe-device.js';

export function createScorer(): Scorer {
  return new WorkerScorer();
}

class WorkerScorer implements Scorer {
  private open: OpenModel | undefined;
  private article: KeptArticle | undefined;
  private deviceWatch: DeviceWatch | undefined;
  private readonly background = new BackgroundWork();
  private busy = false;
  /** Abort controller of the current score. */
  private stop: AbortController | undefined;

  load(request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<Outcome<LoadedModel>> {
    return this.alone(async () => {
      await this.close();
      const probed = await probeDevice(request.device);
      const { url } = chooseModel(request.models, probed.device, deviceMemory());
      const store = await openFileStore();
      const runtime = await chooseRuntime(probed.device, request.runtimeUrl, store, navigator.onLine);
      const loaded = await loadModelFiles(url, runtime, store, onProgress);
      this.open = await openModel(loaded, probed, request.start, onProgress);
      this.article = new KeptArticle(this.open.model);
      this.deviceWatch = this.open.gpuDevice && new DeviceWatch(this.open.gpuDevice);
      const { model, device, deviceDetail, threads, refused } = this.open;
      const { id, version } = model;
      const { bytes, stored, repaired } = loaded;
      const firstLook = { firstLook: model.supportHead !== undefined };
      const limit = textLimit(model.contextLength, SEARCH);
      return {
        id,
        version,
        device,
        deviceDetail,
        threads,
        refused,
        bytes,
        textLimit: limit,
        stored,
        repaired,
        ...firstLook,
      };
    });
  }

  score(request: ScoreRequest, onProgress: (progress: ScoreProgress) => void): Promise<Outcome<ScoreResult>> {
    return this.alone(async (): Promise<ScoreResult> => {
      const model = this.loadedModel();
      this.stop = new AbortController();
      await this.background.giveWay();
      const article = this.article?.open(request.source);
      const checkpoint = createCheckpoint(this.stop.signal);
      const work = (): Promise<ScoreResult> => scoreWithMeasures(model, request, { checkpoint, onProgress }, article);
      try {
        return await (this.deviceWatch ? this.deviceWatch.during(work) : work());
      } catch (error) {
        if (error instanceof Cancelled) return { kind: 'cancelled' };
        throw error;
      }
    });
  }

  async readAhead(source: string): Promise<Outcome<null>> {
    const { article } = this;
    if (!article || this.busy) return { ok: true, value: null };
    return this.behind((checkpoint) => readAhead(article, source, checkpoint));
  }

  async firstLook(request: FirstLookRequest): Promise<Outcome<TakenLook | null>> {
    const { article, open } = this;
    if (!article || !open?.model.supportHead || this.busy) return { ok: true, value: null };
    return this.behind(async (checkpoint) => {
      const kept = article.open(request.source);
      const look = await takeFirstLook(open.model, request, checkpoint, kept, true);
      return { look, articleKept: kept !== undefined };
    });
  }

  countTokens(text: string): Promise<Outcome<number>> {
    return outcomeOf(() => Promise.resolve(this.loadedModel().encode(normaliseText(text).text).length));
  }

  countRequests(): Promise<number> {
    return Promise.resolve(performance.getEntriesByType('resource').length);
  }

  async cancel(): Promise<void> {
    this.stop?.abort();
  }

  private behind<T>(task: (checkpoint: Checkpoint) => Promise<T>): Promise<Outcome<T | null>> {
    const work = (): Promise<T | null> => this.background.run(task);
    return outcomeOf(() => this.deviceWatch?.during(work) ?? work());
  }

  private loadedModel(): OpenModel['model'] {
    if (!this.open) throw new QualsError('not-loaded', 'No model is loaded.');
    return this.open.model;
  }

  private async alone<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    if (this.busy) {
      return { ok: false, fault: { code: 'busy', detail: 'A load or score is under way in this worker.' } };
    }
    this.busy = true;
    try {
      return await outcomeOf(work);
    } finally {
      this.busy = false;
      this.stop = undefined;
    }
  }

  private async close(): Promise<void> {
    await this.background.giveWay();
    const { model, gpuDevice } = this.open ?? {};
    this.open = undefined;
    this.deviceWatch = undefined;
    this.article?.release();
    this.article = undefined;
    await model?.release();
    gpuDevice?.destroy();
  }
}

async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}
