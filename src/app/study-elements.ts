/** The elements of the page “Rate”. They load with its first visit. Its input is the batch page's. */
import { defineElements, type ElementsByTag } from '../components/element/define-elements.js';
import { BatchColumns } from '../features/batch/input/batch-columns.js';
import { ChooseRows } from '../features/batch/input/choose-rows.js';
import { StoredSets } from '../features/batch/input/stored-sets.js';
import { StudyAnnotators } from '../features/study/home/study-annotators.js';
import { StudyHome } from '../features/study/home/study-home.js';
import { RateEnd } from '../features/study/rate/rate-end.js';
import { RateItem } from '../features/study/rate/rate-item.js';
import { RateQuestions } from '../features/study/rate/rate-questions.js';
import { AnswersFigure } from '../features/study/results/answers-figure.js';
import { StudyResults } from '../features/study/results/study-results.js';
import { StudyColumns } from '../features/study/start/study-columns.js';
import { StudyStart } from '../features/study/start/study-start.js';
import { StudySystems } from '../features/study/start/study-systems.js';
import { StudyPage } from '../features/study/study-page.js';

const STUDY_ELEMENTS = {
  'quals-batch-columns': BatchColumns,
  'quals-choose-rows': ChooseRows,
  'quals-stored-sets': StoredSets,
  'quals-answers-figure': AnswersFigure,
  'quals-rate-end': RateEnd,
  'quals-rate-item': RateItem,
  'quals-rate-questions': RateQuestions,
  'quals-study-annotators': StudyAnnotators,
  'quals-study-columns': StudyColumns,
  'quals-study-home': StudyHome,
  'quals-study-results': StudyResults,
  'quals-study-start': StudyStart,
  'quals-study-systems': StudySystems,
  'quals-study-page': StudyPage,
} satisfies ElementsByTag;

export function registerStudyElements(): void {
  defineElements(STUDY_ELEMENTS);
}
