/** All answers of a study as CSV, one line for each article of each annotator. */
import { type CsvRow, encodeCsv } from '../../../batch/writers/encode-csv.js';
import { systemOfA } from '../../../core/study/side-order.js';
import { AXES, type Study, type Verdict, type Verdicts, type Work } from '../../../core/study/study.js';

const COLUMNS = [
  'article',
  'articleId',
  'annotator',
  'system1',
  'system2',
  'shownAsA',
  ...AXES,
  'skipped',
  'note',
  'changedAt',
  'finished',
  'sawResults',
] as const;

/** What the answer says of system 1, as in the article. */
const OF_FIRST: Readonly<Record<Verdict, string>> = { first: 'better', equal: 'equal', second: 'worse' };

export function encodeAnswers({ study, works }: { readonly study: Study; readonly works: readonly Work[] }): Blob {
  const [system1, system2] = study.systems;
  const rows = works.flatMap((work) =>
    [...work.answers.values()].flatMap(({ item, verdicts, skipped, note, changedAt }): CsvRow[] => {
      const asked = study.items[item];
      if (!asked) return [];
      return [
        {
          article: item + 1,
          articleId: asked.id,
          annotator: work.name,
          system1,
          system2,
          shownAsA: study.systems[systemOfA(study, work, asked)],
          ...cellsOf(verdicts),
          skipped,
          note,
          changedAt,
          finished: work.finishedAt !== null,
          sawResults: work.sawResults,
        },
      ];
    }),
  );
  return new Blob([encodeCsv(COLUMNS, rows)], { type: 'text/csv' });
}

function cellsOf(verdicts: Verdicts): CsvRow {
  return Object.fromEntries(AXES.map((axis) => [axis, verdicts[axis] && OF_FIRST[verdicts[axis]]]));
}
