/** A study with answers of three annotators. Ids and seed are fixed, so that pictures of it do not change. */
import { type Answer, AXES, type Study, VERDICTS, type Work } from '../../src/core/study/study.js';
import { encodeStudy } from '../../src/state/study/study-file.js';
import { SOURCE, SUMMARY } from '../fake-scorer/sample-result.js';

const ARTICLES = 10;
const DAY = '2026-01-01T10:00:00.000Z';

const STUDY: Study = {
  id: 'sample',
  name: 'Boxing news',
  createdAt: DAY,
  seed: 'sample',
  systems: ['ConSeq', 'MLE'],
  items: Array.from({ length: ARTICLES }, (_, index) => ({
    id: `article-${index + 1}`,
    source: SOURCE,
    summaries: [
      'Wladimir Klitschko has a “chink in his armour” and is no match for Anthony Joshua, says Lennox Lewis.',
      SUMMARY,
    ],
  })),
  same: ['article-11'],
};

/** `habit`: another number gives other answers. */
function workOf(name: string, answered: number, habit: number): Work {
  const answers = Array.from({ length: answered }, (_, item): [number, Answer] => {
    const verdicts = AXES.map((axis, place) => {
      const turn = (item * (place + 1) + Number(item % 4 === habit)) % 4;
      return [axis, VERDICTS[turn === 3 ? 0 : turn]];
    });
    return [item, { item, verdicts: Object.fromEntries(verdicts), note: '', skipped: false, changedAt: DAY }];
  });
  const finishedAt = answered === ARTICLES ? DAY : null;
  return { id: name, name, createdAt: DAY, finishedAt, sawResults: false, answers: new Map(answers) };
}

export const SAMPLE_STUDY = encodeStudy({
  study: STUDY,
  works: [workOf('Ann', ARTICLES, 1), workOf('Ben', ARTICLES, 2), workOf('Cid', 3, 3)],
});
