/** Every figure and every generic element with samples, for browser tests and for viewing: `npx vite`, then /e2e/gallery/. */
import { html, render } from 'lit';
import { CHART_ELEMENTS } from '../../src/charts/chart-elements.js';
import { exportPng } from '../../src/charts/picture-export/export-png.js';
import { exportSvg } from '../../src/charts/picture-export/export-svg.js';
import { figurePicture, type FigureRequest } from '../../src/charts/picture-export/export-picture.js';
import { widestToken, type Extent, type Unit } from '../../src/charts/marks.js';
import { sharedExponent, type Scale } from '../../src/charts/probability-scale.js';
import { COMPONENT_ELEMENTS } from '../../src/components/component-elements.js';
import { defineElements } from '../../src/components/element/define-elements.js';
import { MATCHED } from '../../src/core/protocol.js';
import type { ScoredPair } from '../../src/core/score.js';
import { sampleResult } from '../fake-scorer/sample-result.js';
import { calibration } from './sample-calibration.js';
import { SUMMARY, arabic, best, emoji, long, released, summaryPairs, worst } from './sample-pairs.js';

defineElements({ ...COMPONENT_ELEMENTS, ...CHART_ELEMENTS });

const { paths = [], pairs: keptPairs } = sampleResult();

const options = (...values: string[]): { value: string; label: string }[] =>
  values.map((value) => ({ value, label: value }));

const view = {
  scale: 'linear' as Scale,
  extent: 'all' as Extent,
  unit: 'word' as Unit,
  token: widestToken(worst),
  preview: null as number | null,
  pair: 0,
};

function figure(id: string, title: string, pairs: readonly ScoredPair[]): unknown {
  const exponent = sharedExponent(pairs, view.unit, view.extent);
  return html`<section id=${id}>
    <h2>${title}</h2>
    <div class="panel">
      <div class=${pairs.length > 1 ? 'two' : 'inset'}>
        ${pairs.map(
          (pair, index) =>
            html`<quals-token-chart
              .pair=${pair}
              .scale=${view.scale}
              .extent=${view.extent}
              .unit=${view.unit}
              .selectedToken=${index === 0 && id === 'figure' ? view.token : -1}
              .exponent=${exponent}
              label=${'AB'[index] ?? ''}
              caption="Pair ${index + 1} of ${pairs.length}"
            ></quals-token-chart>`,
        )}
      </div>
      ${
        id === 'figure'
          ? html`<div class="inset">
              <quals-token-detail
                .pair=${worst}
                .token=${view.preview ?? view.token}
                .unit=${view.unit}
                label="A"
              ></quals-token-detail>
            </div>`
          : ''
      }
    </div>
  </section>`;
}

const request = (): FigureRequest => ({
  pairs: [
    { label: 'A', caption: 'Pair 1 of 10, widest gap', pair: worst },
    { label: 'B', caption: 'Pair 10 of 10, narrowest gap', pair: best },
  ],
  scale: view.scale,
  extent: view.extent,
  unit: view.unit,
  model: { id: 'sample-model', version: '0.0.0' },
  protocol: MATCHED,
  quals: -0.858,
});

function show(): void {
  const target = document.getElementById('gallery');
  if (!target) throw new Error('The gallery page has no element #gallery.');
  render(
    html`
      <div class="bar">
        <quals-theme-switch></quals-theme-switch>
        <quals-toggle-group
          id="scale"
          label="Scale"
          .options=${options('linear', 'log')}
          .value=${view.scale}
        ></quals-toggle-group>
        <quals-toggle-group
          id="extent"
          label="Tokens"
          .options=${options('all', 'answer')}
          .value=${view.extent}
        ></quals-toggle-group>
        <quals-toggle-group
          id="unit"
          label="Unit"
          .options=${options('word', 'token')}
          .value=${view.unit}
        ></quals-toggle-group>
        <quals-download-button
          label="SVG"
          filename="figure.svg"
          .make=${() => exportSvg((measure) => figurePicture(request(), measure))}
        ></quals-download-button>
        <quals-download-button
          label="PNG"
          filename="figure.png"
          .make=${() => exportPng((measure) => figurePicture(request(), measure), 'dark')}
        ></quals-download-button>
        <quals-chart-legend .scale=${view.scale}></quals-chart-legend>
      </div>
      <section id="summary">
        <h2>Marked summary</h2>
        <quals-marked-summary .text=${SUMMARY} .pairs=${summaryPairs} .selected=${view.pair}></quals-marked-summary>
      </section>
      ${figure('figure', 'Widest and narrowest pair', [worst, best])}
      ${figure('long', 'A long question', [long, emoji])} ${figure('alone', 'A long question alone', [long])}
      ${figure('scripts', 'Right to left; released protocol', [arabic, released])}
      <section id="detail-word">
        <h2>Detail of a word of several tokens</h2>
        <div class="panel inset"><quals-token-detail .pair=${worst} .token=${3} unit="word"></quals-token-detail></div>
      </section>
      <section id="table">
        <h2>Table</h2>
        <quals-token-table
          .pair=${worst}
          .unit=${view.unit}
          .extent=${view.extent}
          .selectedToken=${view.token}
          label="A"
        ></quals-token-table>
      </section>
      <section id="tree">
        <h2>Tree of paths</h2>
        <quals-path-tree .paths=${paths} .pairs=${keptPairs} .selected=${view.pair}></quals-path-tree>
      </section>
      <section id="calibration">
        <h2>Calibration</h2>
        <div style="max-width: 440px" class="stack">
          <quals-calibration-chart .calibration=${calibration} .quals=${-0.858}></quals-calibration-chart>
          <quals-calibration-chart .calibration=${calibration} .quals=${-3.4}></quals-calibration-chart>
          <quals-calibration-chart .calibration=${calibration} .quals=${-0.02}></quals-calibration-chart>
          <p>
            <quals-gap-bar .value=${-2.615}></quals-gap-bar> <quals-gap-bar .value=${-0.054}></quals-gap-bar>
            <quals-gap-bar .value=${-4}></quals-gap-bar>
            <quals-gap-bar .value=${0.2}></quals-gap-bar>
          </p>
        </div>
      </section>
      <section id="generic" class="stack">
        <h2>Generic elements</h2>
        <quals-progress-steps
          label="Scoring"
          .steps=${[
            { label: 'Reading the summary', detail: 'Done, 31 tokens, 0.3 s', state: 'done' },
            {
              label: 'Writing 60 questions',
              detail: '37 finished, token 19 of at most 60',
              state: 'current',
              share: 0.61,
            },
            { label: 'Keeping what can be answered', detail: 'the answer must be in the summary', state: 'waiting' },
            { label: 'Reading the article', detail: '246 tokens', state: 'waiting' },
          ]}
        ></quals-progress-steps>
        <quals-counted-textarea label="Summary" counter="23 words" .value=${SUMMARY} rows="3"></quals-counted-textarea>
        <quals-counted-textarea
          label="Article"
          counter="0 words"
          placeholder="Paste the article"
          problem="The article is empty."
          rows="2"
        ></quals-counted-textarea>
        <quals-notice-box
          heading="This browser has no WebGPU, so the work runs on the processor"
          detail="navigator.gpu is undefined"
        >
          Nothing is lost but time.
        </quals-notice-box>
        <quals-notice-box tone="stopped" heading="The model file is damaged">
          Its checksum is not the published one, so the page will not run it.
          <quals-download-button
            slot="actions"
            label="Download a file"
            filename="sample.txt"
            .make=${() => new Blob(['sample'])}
          ></quals-download-button>
          <quals-copy-button slot="actions" .text=${'sample'}></quals-copy-button>
        </quals-notice-box>
        <quals-disclosure-box heading="Pairs that were thrown out" note="50 of 60"><p>A list.</p></quals-disclosure-box>
      </section>
    `,
    target,
  );
}

document.addEventListener('toggle-change', (event) => {
  const { id } = event.target as HTMLElement;
  if (id === 'scale') view.scale = event.value as Scale;
  else if (id === 'extent') view.extent = event.value as Extent;
  else if (id === 'unit') view.unit = event.value as Unit;
  show();
});
document.addEventListener('token-select', (event) => {
  if ((event.target as HTMLElement).closest('#figure')) view.token = event.token;
  show();
});
document.addEventListener('token-preview', (event) => {
  view.preview = (event.target as HTMLElement).closest('#figure') ? event.token : null;
  show();
});
document.addEventListener('pair-select', (event) => {
  view.pair = event.index;
  show();
});

show();
