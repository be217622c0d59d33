/** The tags of the figures and their parts. */
import type { ElementsByTag } from '../components/element/define-elements.js';
import { CalibrationChart } from './calibration/calibration-chart.js';
import { ChartLegend } from './chart-legend.js';
import { GapBar } from './gap-bar.js';
import { LookMarks } from './look-marks/look-marks.js';
import { GapLegend } from './marked-summary/gap-legend.js';
import { MarkedSummary } from './marked-summary/marked-summary.js';
import { ScoreAxis } from './score-axis/score-axis.js';
import { PathTree } from './path-tree/path-tree.js';
import { ProcedureDiagram } from './procedure-diagram/procedure-diagram.js';
import { TokenChart } from './token-chart/token-chart.js';
import { TokenDetail } from './token-detail/token-detail.js';
import { TokenMarks } from './token-marks/token-marks.js';
import { TokenTable } from './token-chart/token-table.js';

export const CHART_ELEMENTS = {
  'quals-calibration-chart': CalibrationChart,
  'quals-chart-legend': ChartLegend,
  'quals-gap-bar': GapBar,
  'quals-gap-legend': GapLegend,
  'quals-look-marks': LookMarks,
  'quals-marked-summary': MarkedSummary,
  'quals-path-tree': PathTree,
  'quals-procedure-diagram': ProcedureDiagram,
  'quals-score-axis': ScoreAxis,
  'quals-token-chart': TokenChart,
  'quals-token-detail': TokenDetail,
  'quals-token-marks': TokenMarks,
  'quals-token-table': TokenTable,
} satisfies ElementsByTag;
