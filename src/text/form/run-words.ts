/** Texts of a run in progress. */
import type { ScoreProgress } from '../../core/scorer.js';
import type { Running, Stage } from '../../state/scoring/run.js';
import { clock, count, counted } from '../numbers.js';

export const STAGES = 'Stages of the run';
export const STOP = 'Stop';
export const STOPPING = 'Stopping…';
const STOPPING_NOW = 'Stopping after the current step.';
export const QUESTIONS_SO_FAR = 'Questions so far';
export const COLUMNS = { number: 'No.', question: 'Question', answer: 'Answer', kept: 'In the summary' } as const;
export const IN_SUMMARY = 'Yes';
export const NOT_IN_SUMMARY = 'No, will be dropped';
export const DOTTED =
  'Dotted: a question about these words is written. Shading appears after the comparison with the article.';
export const MAY_LEAVE = 'You can leave this tab. The run continues in the background, possibly more slowly.';
export const NONE_YET = 'The first question is being written.';

export function elapsed(milliseconds: number): string {
  return `Scoring, ${clock(milliseconds)} elapsed`;
}

export function soFar(written: number, paths: number): string {
  return `${written} of ${paths}, newest first`;
}

export function standing(written: Running['written']): string {
  const inside = written.filter(({ inSummary }) => inSummary).length;
  const outside = written.length - inside;
  return `${counted(inside, 'answer is', 'answers are')} in the summary, ${outside} ${outside === 1 ? 'is' : 'are'} not`;
}

export function showOthers(others: number): string {
  return `Show the other ${counted(others, 'question')}`;
}

export function showNewest(newest: number): string {
  return `Show only the newest ${newest}`;
}

/** One line about the current step, with its numbers. */
export function headline({ stage, reports, written, protocol, stopping }: Running): string {
  if (stopping) return STOPPING_NOW;
  const { paths } = protocol.search;
  switch (stage) {
    case 'read-summary':
      return 'Reading the summary.';
    case 'write-pairs':
      return `Writing questions from the summary: ${written.length} of ${paths} ${written.length === 1 ? 'is' : 'are'} finished.`;
    case 'keep-pairs':
      return 'Keeping the questions that the summary answers.';
    case 'read-source': {
      const report = reports['read-source'];
      return report?.phase === 'read-source'
        ? `Reading the article: ${count(report.tokensDone)} of ${count(report.tokensTotal)} tokens.`
        : 'Reading the article.';
    }
    case 'compare': {
      const pairs = pairsCompared(reports.compare);
      return pairs ? `Comparing probabilities: pair ${pairs.done} of ${pairs.total}.` : 'Comparing probabilities.';
    }
  }
}

export function stageTitle(stage: Stage, paths: number): string {
  switch (stage) {
    case 'read-summary':
      return 'Reading the summary';
    case 'write-pairs':
      return `Writing ${paths} questions`;
    case 'keep-pairs':
      return 'Keeping what can be answered';
    case 'read-source':
      return 'Reading the article';
    case 'compare':
      return 'Comparing probabilities';
  }
}

/** The small line under a stage. */
export function stageNote(stage: Stage, { reports, written }: Running): string {
  const report = reports[stage];
  switch (stage) {
    case 'read-summary':
      return report?.phase === 'read-summary' ? counted(report.tokensTotal, 'token') : '';
    case 'write-pairs':
      return report?.phase === 'write-pairs'
        ? `${written.length} finished, token ${report.step} of at most ${report.maxSteps}`
        : 'from the summary only';
    case 'keep-pairs':
      return report ? keptNote(report) : 'answers must be in the summary';
    case 'read-source':
      return report?.phase === 'read-source' ? counted(report.tokensTotal, 'token') : 'from beginning to end';
    case 'compare': {
      const pairs = pairsCompared(report);
      return pairs ? `${pairs.done} of ${pairs.total} pairs` : 'each pair, given both texts';
    }
  }
}

function keptNote(report: ScoreProgress): string {
  switch (report.phase) {
    case 'keep-pairs':
      return `${report.kept} of ${report.written} kept`;
    case 'force-score':
      return `${report.pairsTotal / 2} kept, scored given the summary`;
    default:
      return 'scored given the summary';
  }
}

/** Pairs are teacher-forced twice, given the summary and then given the article. This stage shows the second half. */
export function pairsCompared(report: ScoreProgress | undefined): { done: number; total: number } | undefined {
  if (report?.phase === 'answer') return { done: report.pairsTotal, total: report.pairsTotal };
  if (report?.phase !== 'force-score') return undefined;
  const total = report.pairsTotal / 2;
  return { done: Math.max(0, report.pairsDone - total), total };
}
