/** All that the page says of the finished rows together, computed once for a state of the rows. */
import { type BatchEntry, qualsOf } from '../../../state/batch/batch-entry.js';
import type { ScorePoint } from '../distribution/score-points.js';
import { type LabelStatistics, labelStatistics } from './label-statistics.js';
import {
  type PairedDifference,
  pairedDifferences,
  type SystemStatistics,
  systemStatistics,
} from './system-statistics.js';

/** The same objects while nothing was scored: new ones would draw the figure again. */
interface Figure {
  readonly points: readonly ScorePoint[];
  readonly systems: readonly string[];
  readonly medians: ReadonlyMap<string, number>;
}

export interface Computed {
  readonly figure: Figure;
  readonly of: readonly BatchEntry[];
  readonly systems: readonly SystemStatistics[];
  readonly labels: LabelStatistics | undefined;
  readonly paired: readonly PairedDifference[];
}

/** `than`: the system that the others are compared with; '' for none. Rejects once `signal` aborts. */
export async function computeScores(
  entries: readonly BatchEntry[],
  than: string,
  signal: AbortSignal,
): Promise<Computed> {
  const systems = await systemStatistics(entries, signal);
  const labels = await labelStatistics(entries, signal);
  const paired = than === '' ? [] : await pairedDifferences(entries, than, signal);
  return { of: entries, figure: figureOf(entries, systems), systems, labels, paired };
}

function figureOf(entries: readonly BatchEntry[], systems: readonly SystemStatistics[]): Figure {
  const points = entries.flatMap((entry) => {
    const quals = qualsOf(entry);
    return quals === undefined ? [] : [{ quals, system: entry.system ?? '' }];
  });
  const drawn = systems.filter(({ scored }) => scored > 0);
  return {
    points,
    systems: drawn.map(({ system }) => system ?? ''),
    medians: new Map(drawn.map(({ system, median }) => [system ?? '', median ?? 0])),
  };
}
