/** The one place of the page where tags get their classes. */
import { CHART_ELEMENTS } from '../charts/chart-elements.js';
import { COMPONENT_ELEMENTS } from '../components/component-elements.js';
import { defineElements, type ElementsByTag } from '../components/element/define-elements.js';
import { CompareControls } from '../features/compare/compare-controls.js';
import { ComparePage } from '../features/compare/compare-page.js';
import { CompareThis } from '../features/compare/compare-this.js';
import { ComparedColumn } from '../features/compare/results/compared-column.js';
import { CompareResults } from '../features/compare/results/compare-results.js';
import { DifferencesTable } from '../features/compare/table/differences-table.js';
import { CompareField } from '../features/compare/texts/compare-field.js';
import { CompareTexts } from '../features/compare/texts/compare-texts.js';
import { DocumentForm } from '../features/document/document-form.js';
import { RunControls } from '../features/document/run-controls.js';
import { ExampleList } from '../features/examples/example-list.js';
import { ScoreMeanings } from '../features/examples/score-meanings.js';
import { WorkedExample } from '../features/examples/worked-example.js';
import { ExportMenu } from '../features/export/export-menu.js';
import { FirstLookPanel } from '../features/first-look/first-look-panel.js';
import { HelpPage } from '../features/help/help-page.js';
import { MeasuresPage } from '../features/measures/measures-page.js';
import { OtherMeasures } from '../features/measures/other-measures.js';
import { ProceduresSection } from '../features/measures/procedures-section.js';
import { RougeSection } from '../features/measures/rouge-section.js';
import { SharedNgrams } from '../features/measures/shared-ngrams.js';
import { HistoryFind } from '../features/history/history-find.js';
import { HistoryPage } from '../features/history/history-page.js';
import { HistoryRow } from '../features/history/history-row.js';
import { HistoryTools } from '../features/history/history-tools.js';
import { LoadingPanel } from '../features/model/loading-panel.js';
import { ModelPanel } from '../features/model/model-panel.js';
import { AnswersSection } from '../features/result/answers/answers-section.js';
import { AnswersTable } from '../features/result/answers/answers-table.js';
import { ArticlePane } from '../features/result/article/article-pane.js';
import { DroppedTable } from '../features/result/answers/dropped-table.js';
import { ReadingRail } from '../features/result/article/reading-rail.js';
import { RunLine } from '../features/result/verdict/run-line.js';
import { SaysInstead } from '../features/result/answers/says-instead.js';
import { SearchPaths } from '../features/result/figures/search-paths.js';
import { UnscorablePanel } from '../features/result/verdict/unscorable-panel.js';
import { VerdictPanel } from '../features/result/verdict/verdict-panel.js';
import { WhyFigure } from '../features/result/figures/why-figure.js';
// After its parts: its style sheet may overrule theirs.
import { ResultView } from '../features/result/result-view.js';
import { DottedSummary } from '../features/run/dotted-summary.js';
import { QuestionsSoFar } from '../features/run/questions-so-far.js';
import { RunClock } from '../features/run/run-clock.js';
import { RunView } from '../features/run/run-view.js';
import { OpenSaved } from '../features/saved/open-saved.js';
import { SettingsPanel } from '../features/settings/settings-panel.js';
import { SentTexts } from '../features/share/sent-texts.js';
import { ShareTexts } from '../features/share/share-texts.js';
import { UpdateNotice } from '../features/update/update-notice.js';
import { PageHeader } from './page-header.js';
import { PageStatus } from './page-status.js';
import { QualsApp } from './quals-app.js';

const PAGE_ELEMENTS = {
  'quals-answers-section': AnswersSection,
  'quals-answers-table': AnswersTable,
  'quals-article-pane': ArticlePane,
  'quals-compare-controls': CompareControls,
  'quals-compare-field': CompareField,
  'quals-compare-page': ComparePage,
  'quals-compare-results': CompareResults,
  'quals-compare-texts': CompareTexts,
  'quals-compare-this': CompareThis,
  'quals-compared-column': ComparedColumn,
  'quals-differences-table': DifferencesTable,
  'quals-document-form': DocumentForm,
  'quals-dotted-summary': DottedSummary,
  'quals-dropped-table': DroppedTable,
  'quals-example-list': ExampleList,
  'quals-export-menu': ExportMenu,
  'quals-first-look': FirstLookPanel,
  'quals-help-page': HelpPage,
  'quals-history-find': HistoryFind,
  'quals-history-page': HistoryPage,
  'quals-history-row': HistoryRow,
  'quals-history-tools': HistoryTools,
  'quals-loading-panel': LoadingPanel,
  'quals-measures-page': MeasuresPage,
  'quals-model-panel': ModelPanel,
  'quals-open-saved': OpenSaved,
  'quals-other-measures': OtherMeasures,
  'quals-page-header': PageHeader,
  'quals-page-status': PageStatus,
  'quals-procedures-section': ProceduresSection,
  'quals-questions-so-far': QuestionsSoFar,
  'quals-reading-rail': ReadingRail,
  'quals-result-view': ResultView,
  'quals-rouge-section': RougeSection,
  'quals-run-clock': RunClock,
  'quals-run-controls': RunControls,
  'quals-run-line': RunLine,
  'quals-run-view': RunView,
  'quals-says-instead': SaysInstead,
  'quals-score-meanings': ScoreMeanings,
  'quals-search-paths': SearchPaths,
  'quals-sent-texts': SentTexts,
  'quals-settings-panel': SettingsPanel,
  'quals-shared-ngrams': SharedNgrams,
  'quals-share-texts': ShareTexts,
  'quals-unscorable-panel': UnscorablePanel,
  'quals-update-notice': UpdateNotice,
  'quals-verdict-panel': VerdictPanel,
  'quals-why-figure': WhyFigure,
  'quals-worked-example': WorkedExample,
} satisfies ElementsByTag;

/** The root element comes last: one that is in the document already starts at once. */
export function registerElements(): void {
  defineElements({ ...COMPONENT_ELEMENTS, ...CHART_ELEMENTS, ...PAGE_ELEMENTS, 'quals-app': QualsApp });
}
