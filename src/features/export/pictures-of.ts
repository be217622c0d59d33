/** The pictures of a result that can be exported. */
import { calibrationPicture } from '../../charts/picture-export/calibration-picture.js';
import { figurePicture, type FigureRequest } from '../../charts/picture-export/export-picture.js';
import type { MeasureText } from '../../charts/picture-export/measure-text.js';
import { summaryPicture } from '../../charts/picture-export/summary-picture.js';
import type { Picture } from '../../charts/picture-export/svg-text.js';
import { suggestedScale } from '../../charts/probability-scale.js';
import { calibrationOf, LEAST_PAIRS } from '../../core/judgement/calibration.js';
import type { Scored } from '../../core/score.js';
import { methodOfRun } from '../../core/method/scoring-method.js';
import type { PageState } from '../../state/page-state.js';
import type { Texts } from '../../state/scoring/document.js';
import { PICTURES } from '../../text/result/export-words.js';
import { pairOf } from '../../text/result/result-words.js';

export interface ExportPicture {
  readonly name: string;
  /** Of its file's name. */
  readonly ending: string;
  readonly draw: (measure: MeasureText) => Picture;
}

/** The distribution only where the page shows one: the other summaries have to be comparable. */
export function picturesOf(texts: Texts, result: Scored, state: PageState): ExportPicture[] {
  const { model, protocol, quals, pairs } = result;
  const verbatim = state.$verbatim.get();
  const calibration = calibrationOf(state.$calibrations.get() ?? [], methodOfRun(result));
  const isJudged = calibration !== undefined && !verbatim.isAll && pairs.length >= LEAST_PAIRS;
  const summary = { text: texts.summary, pairs, verbatim: verbatim.spans, model, protocol, quals };
  return [
    { name: PICTURES.figure, ending: '-figure', draw: (measure) => figurePicture(figureOf(result, state), measure) },
    { name: PICTURES.summary, ending: '-summary', draw: (measure) => summaryPicture(summary, measure) },
    ...(isJudged
      ? [
          {
            name: PICTURES.distribution,
            ending: '-distribution',
            draw: (measure: MeasureText) => calibrationPicture({ calibration, quals, model, protocol }, measure),
          },
        ]
      : []),
  ];
}

/** The two pairs as the figure draws them now. */
function figureOf(result: Scored, { $selection, $settings }: PageState): FigureRequest {
  const { a, b } = $selection.get();
  const { scale, extent, unit } = $settings.get();
  const letters =
    a === b
      ? [{ label: '', index: a }]
      : [
          { label: 'A', index: a },
          { label: 'B', index: b },
        ];
  const pairs = letters.flatMap(({ label, index }) => {
    const pair = result.pairs[index];
    return pair ? [{ label, caption: pairOf(index, result.pairs.length), pair }] : [];
  });
  return {
    pairs,
    scale: scale === 'auto' ? suggestedScale(pairs.map(({ pair }) => pair)) : scale,
    extent,
    unit,
    model: result.model,
    protocol: result.protocol,
    quals: result.quals,
  };
}
