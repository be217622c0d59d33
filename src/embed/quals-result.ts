/** Entry `quals-in-the-browser/quals-result`: importing it defines `<quals-result>`. */
import { ChartLegend } from '../charts/chart-legend.js';
import { MarkedSummary } from '../charts/marked-summary/marked-summary.js';
import { TokenChart } from '../charts/token-chart/token-chart.js';
import { TokenTable } from '../charts/token-chart/token-table.js';
import { TokenDetail } from '../charts/token-detail/token-detail.js';
import { DisclosureBox } from '../components/disclosure-box.js';
import { defineElements } from '../components/element/define-elements.js';
import { ToggleGroup } from '../components/toggle-group.js';
import { QualsResult } from './result/result-element.js';

defineElements({
  'quals-chart-legend': ChartLegend,
  'quals-disclosure-box': DisclosureBox,
  'quals-marked-summary': MarkedSummary,
  'quals-toggle-group': ToggleGroup,
  'quals-token-chart': TokenChart,
  'quals-token-detail': TokenDetail,
  'quals-token-table': TokenTable,
  'quals-result': QualsResult,
});

export type { QualsResultElement } from './shared/element-types.js';
