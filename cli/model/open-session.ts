/** The model that the command line names, as a session that scores rows. */
import type { BatchSession } from '../../src/batch/run-batch.js';
import { scoreWithFirstLook } from '../../src/core/first-look/score-with-first-look.js';
import { takeFirstLook } from '../../src/core/first-look/take-first-look.js';
import { rougeF1 } from '../../src/core/measures/rouge.js';
import { scoreWithMeasures } from '../../src/core/measures/score-with-measures.js';
import type { QAGenModel } from '../../src/core/qagen-model.js';
import { KeptArticle } from '../../src/core/quals/kept-article.js';
import type { RunControl } from '../../src/core/quals/score-summary.js';
import { methodOf } from '../../src/core/method/scoring-method.js';
import { faultOf } from '../../src/inference/faults.js';
import type { ScoreArguments } from '../arguments/arguments.js';
import { openNativeModel } from './open-native-model.js';
import { UsageError } from '../arguments/usage-error.js';

/** `threads` of ONNX Runtime; default, one for each core. Throws QualsError `model-not-found`, `model-damaged` or `model-incompatible`. */
export async function openSession(options: ScoreArguments, threads?: number): Promise<BatchSession> {
  const model = await openModel(options, threads);
  if (options.firstLook && !model.supportHead) {
    throw new UsageError('--first-look needs a model with a support head. This one has none.');
  }
  return modelSession(model, options);
}

async function openModel({ model, generic }: ScoreArguments, threads?: number): Promise<QAGenModel> {
  if (!generic) return openNativeModel(model, threads);
  // Only now: a library that the project's own model does not need.
  const { openGenericModel } = await import('../../src/inference/generic/open-generic-model.js');
  return openGenericModel({ ...generic, threads });
}

function modelSession(model: QAGenModel, { protocol, firstLook: alone, compare }: ScoreArguments): BatchSession {
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
        const kept = article.open(source);
        const score = compare ? scoreWithMeasures : scoreWithFirstLook;
        if (!alone) return { ok: true, value: await score(model, request, control, kept) };
        const firstLook = await takeFirstLook(model, request, control.checkpoint, kept);
        const rouge = compare ? { rouge: rougeF1(summary, source) } : {};
        return { ok: true, value: { kind: 'first-look', firstLook, ...rouge } };
      } catch (error) {
        return { ok: false, fault: faultOf(error) };
      }
    },
  };
}
