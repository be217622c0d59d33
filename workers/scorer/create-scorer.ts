/** Implements the page's contract (src/core/scorer.ts) in one worker: one model, one run at a time, outcomes instead of errors. */
import { Cancelled } from '../../src/core/cancelled.js';
import { type Outcome, QualsError } from '../../src/core/errors.js';
import { SEARCH } from '../../src/core/protocol.js';
import { textLimit } from '../../src/core/quals/check-texts.js';
import { scoreSummary } from '../../src/core/quals/score-summary.js';
import type { ScoreResult } from '../../src/core/score.js';
import type {
  LoadedModel,
  LoadProgress,
  LoadRequest,
  Scorer,
  ScoreProgress,
  ScoreRequest,
} from '../../src/core/scorer.js';
import { faultOf } from '../../src/inference/faults.js';
import { createCheckpoint } from './checkpoint.js';
import { ArticleAhead, keepArticle } from './article-ahead.js';
import { DeviceWatch } from './device-watch.js';
import { loadModelFiles } from './model-files/load-model-files.js';
import { RUNTIME_FILE } from './model-files/runtime-file.js';
import { type OpenModel, openModel } from './open-model.js';

export function createScorer(): Scorer {
  return new WorkerScorer();
}

class WorkerScorer implements Scorer {
  private open: OpenModel | undefined;
  private deviceWatch: DeviceWatch | undefined;
  private readonly ahead = new ArticleAhead();
  private busy = false;
  /** Abort controller of the current score. */
  private stop: AbortController | undefined;

  load(request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<Outcome<LoadedModel>> {
    return this.alone(async () => {
      await this.close();
      const loaded = await loadModelFiles(request.modelUrl, RUNTIME_FILE, onProgress);
      this.open = await openModel(loaded, request.device, onProgress);
      this.deviceWatch = this.open.gpuDevice && new DeviceWatch(this.open.gpuDevice);
      const { model, device, deviceDetail, threads, refused } = this.open;
      const { id, version } = model;
      const { bytes, stored, repaired } = loaded;
      const limit = textLimit(model.contextLength, SEARCH);
      return { id, version, device, deviceDetail, threads, refused, bytes, textLimit: limit, stored, repaired };
    });
  }

  score(request: ScoreRequest, onProgress: (progress: ScoreProgress) => void): Promise<Outcome<ScoreResult>> {
    return this.alone(async (): Promise<ScoreResult> => {
      const model = this.loadedModel();
      this.stop = new AbortController();
      await this.ahead.giveWay();
      keepArticle(model, request.source);
      const checkpoint = createCheckpoint(this.stop.signal);
      const work = (): Promise<ScoreResult> => scoreSummary(model, request, { checkpoint, onProgress });
      try {
        return await (this.deviceWatch ? this.deviceWatch.during(work) : work());
      } catch (error) {
        if (error instanceof Cancelled) return { kind: 'cancelled' };
        throw error;
      }
    });
  }

  async readAhead(source: string): Promise<Outcome<null>> {
    if (!this.open || this.busy) return { ok: true, value: null };
    const { model } = this.open;
    const work = (): Promise<null> => this.ahead.read(model, source);
    return outcomeOf(() => this.deviceWatch?.during(work) ?? work());
  }

  countTokens(text: string): Promise<Outcome<number>> {
    return outcomeOf(() => Promise.resolve(this.loadedModel().encode(text).length));
  }

  countRequests(): Promise<number> {
    return Promise.resolve(performance.getEntriesByType('resource').length);
  }

  async cancel(): Promise<void> {
    this.stop?.abort();
  }

  async dispose(): Promise<void> {
    this.stop?.abort();
    await this.close();
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
    await this.ahead.giveWay();
    const { model, gpuDevice } = this.open ?? {};
    this.open = undefined;
    this.deviceWatch = undefined;
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
