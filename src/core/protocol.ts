/** QUALS settings, each with its reason. Source: docs/metric.md, sections 1 to 3; released code, commit 31ebb6d. */

/** `matched`: both sides are the model's own probabilities. `released`: what the authors' code computes. */
export type ProtocolName = 'matched' | 'released';

export interface SearchSettings {
  /** Slots of the diverse beam search, one beam each; also the number of pairs that it writes. The paper uses 60. */
  readonly paths: number;
  /** Subtracted from a token's log-probability for each earlier slot of the step that has it among its best two. */
  readonly diversityStrength: number;
  /** Minimum and maximum number of tokens before the end token. */
  readonly minLength: number;
  readonly maxLength: number;
}

export interface Protocol {
  readonly name: ProtocolName;
  readonly search: SearchSettings;
  /** No further round of keeping starts once this many pairs are kept (a soft cap). */
  readonly softCap: number;
}

/** `full`: the paper's search. `quick`: a third of its paths, for slow devices; never the default. */
export type PresetName = 'full' | 'quick';

export const SEARCH: SearchSettings = { paths: 60, diversityStrength: 0.5, minLength: 8, maxLength: 60 };

/** Scores of different presets are not comparable (Pearson r = 0.93 on 400 summaries; model card, "The quick preset"). */
export const PRESETS: Readonly<Record<PresetName, SearchSettings>> = {
  full: SEARCH,
  quick: { ...SEARCH, paths: 20 },
};

/** Undefined for a number of paths without a preset, which the score command allows. */
export function presetOf({ paths }: Pick<SearchSettings, 'paths'>): PresetName | undefined {
  return PRESET_NAMES.find((name) => PRESETS[name].paths === paths);
}

const PRESET_NAMES: readonly PresetName[] = ['full', 'quick'];
export const SOFT_CAP = 10;

export const MATCHED: Protocol = { name: 'matched', search: SEARCH, softCap: SOFT_CAP };
export const RELEASED: Protocol = { ...MATCHED, name: 'released' };
