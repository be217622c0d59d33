/** Entry `quals-in-the-browser`: QUALS for programs in a browser. The elements have entries of their own. */
export { QualsError, type ErrorCode } from '../core/errors.js';
export type { PresetName, ProtocolName } from '../core/protocol.js';
export type { ResultRecord, RunOnDevice } from '../core/record/result-record.js';
export type { ScoredPair, TokenScore } from '../core/score.js';
export type { Device, LoadedModel, LoadProgress, ScoreProgress } from '../core/scorer.js';
export {
  openScorer,
  type OpenScorer,
  type ScoreOptions,
  type ScorerOptions,
  type SummaryTexts,
} from './library/open-scorer.js';
export { scoreSummary } from './library/score-summary.js';
export type { ErrorDetail, PairDetail, QualsEventMap, ResultDetail } from './shared/element-events.js';
