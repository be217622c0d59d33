/** Loads the model once for all that ask, and can be cancelled. */
import type { OfferedModel } from '../../../core/scorer.js';
import type { ScorerClient } from '../../../scorer/scorer-client.js';
import type { PageState } from '../../../state/page-state.js';

export interface LoadingParts {
  readonly state: PageState;
  readonly client: ScorerClient;
  /** The preferred one first, at least one. */
  readonly models: readonly OfferedModel[];
  /** Of ONNX Runtime's file, where it is not beside the worker's script. */
  readonly runtimeUrl?: string | undefined;
  /** Asks the browser not to clear the stored files on its own. */
  readonly keepFiles: () => Promise<unknown>;
}

export interface ModelLoading {
  /** Ends once the model is loaded, or loading failed or was cancelled. The store says which. */
  readonly load: () => Promise<void>;
  readonly cancel: () => void;
  /** Cancels, and waits until loading has stopped. */
  readonly end: () => Promise<void>;
}

export function createModelLoading({ state, client, models, runtimeUrl, keepFiles }: LoadingParts): ModelLoading {
  const { $model, $settings } = state;
  let loading: { readonly ended: Promise<void>; readonly controller: AbortController } | undefined;

  const load = (): Promise<void> => {
    if (client.isLoaded) return Promise.resolve();
    if (!loading) {
      const controller = new AbortController();
      const ended = loadModel(controller.signal).finally(() => (loading = undefined));
      loading = { ended, controller };
    }
    return loading.ended;
  };

  const loadModel = async (signal: AbortSignal): Promise<void> => {
    state.startLoading(Date.now());
    accept(state, models[0]?.url ?? '');
    const request = { models, device: $settings.get().device, runtimeUrl };
    const outcome = await client.load(request, { signal, onProgress: state.showLoadProgress });
    if (!outcome.ok) {
      $model.set({ kind: 'failed', fault: outcome.fault });
    } else if (outcome.value.kind === 'loaded') {
      $model.set({ kind: 'ready', model: outcome.value.model });
      // Some browsers ask the person; the score must not wait for the answer.
      void keepFiles();
    } else {
      const model = $model.get();
      const bytesDone = model.kind === 'loading' ? (model.download?.bytesDone ?? 0) : 0;
      $model.set({ kind: 'cancelled', bytesDone });
    }
  };

  const cancel = (): void => loading?.controller.abort();

  return {
    load,
    cancel,
    end: async () => {
      cancel();
      await loading?.ended;
    },
  };
}

/** From the next visit on, this model loads without being asked for. */
function accept({ $settings, changeSettings }: PageState, model: string): void {
  const { acceptedModels } = $settings.get();
  if (!acceptedModels.includes(model)) changeSettings({ acceptedModels: [...acceptedModels, model] });
}
