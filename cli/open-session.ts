/** The model that the command line names, as a session that scores rows. */
import type { BatchSession } from '../src/batch/run-batch.js';
import type { Protocol } from '../src/core/protocol.js';
import type { QAGenModel } from '../src/core/qagen-model.js';
import { KeptArticle } from '../src/core/quals/kept-article.js';
import { type RunControl, scoreSummary } from '../src/core/quals/score-summary.js';
import { methodOf } from '../src/core/scoring-method.js';
import { faultOf } from '../src/inference/faults.js';
import type { ScoreArguments } from './arguments.js';
import { openNativeModel } from './open-native-model.js';

/** Throws QualsError `model-not-found`, `model-damaged` or `model-incompatible`. */
export async function openSession(options: ScoreArguments): Promise<BatchSession> {
  return modelSession(await openModel(options), options.protocol);
}

async function openModel({ model, generic }: ScoreArguments): Promise<QAGenModel> {
  if (!generic) return openNativeModel(model);
  // Only now: a library that the project's own model does not need.
  const { openGenericModel } = await import('../src/inference/generic/open-generic-model.js');
  return openGenericModel(generic);
}

function modelSession(model: QAGenModel, protocol: Protocol): BatchSession {
  const article = new KeptArticle(model);
  return {
    method: methodOf(protocol, model),
    score: async ({ source, summary }, onPhase) => {
      try {
        const request = { source, summary, protocol };
        const control: RunControl = {
          checkpoint: () => Promise.resolve(),
          onProgress: ({ phase }) => {
            onPhase(phase);
          },
        };
        const value = await scoreSummary(model, request, control, article.open(source));
        return { ok: true, value };
      } catch (error) {
        return { ok: false, fault: faultOf(error) };
      }
    },
  };
}
