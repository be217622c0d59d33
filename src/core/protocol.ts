/** QUALS settings, each with its reason. Source: shared quals.md, steps 1 to 3; released code, commit 31ebb6d. */

/** `matched`: both sides are the model's own probabilities. `released`: what the authors' code computes. */
export type ProtocolName = 'matched' | 'released';

export interface SearchSettings {
  /** Slots of the diverse beam search, one beam each, and the number of pairs it writes. The article: 60. */
  readonly paths: number;
  /** Taken from a token's log-probability for each earlier slot of the step that had it among its best two. */
  readonly diversityStrength: number;
  /** Tokens before the end token, at least and at most. */
  readonly minLength: number;
  readonly maxLength: number;
}

export interface Protocol {
  readonly name: ProtocolName;
  readonly search: SearchSettings;
  /** No further round of keeping begins once this many pairs are kept (a soft cap). */
  readonly softCap: number;
}

/** `full`: the article's search. `quick`: a third of its paths, for slow devices; never the default. */
export type PresetName = 'full' | 'quick';

export const SEARCH: SearchSettings = { paths: 60, diversityStrength: 0.5, minLength: 8, maxLength: 60 };

/** Scores of different presets do not compare (400 judged summaries: r .93; the model card, "The quick preset"). */
export const PRESETS: Readonly<Record<PresetName, SearchSettings>> = {
  full: SEARCH,
  quick: { ...SEARCH, paths: 20 },
};

/** Undefined for a number of paths that no preset has, as the score command allows. */
export function presetOf({ paths }: Pick<SearchSettings, 'paths'>): PresetName | undefined {
  return PRESET_NAMES.find((name) => PRESETS[name].paths === paths);
}

const PRESET_NAMES: readonly PresetName[] = ['full', 'quick'];
export const SOFT_CAP = 10;

export const MATCHED: Protocol = { name: 'matched', search: SEARCH, softCap: SOFT_CAP };
export const RELEASED: Protocol = { ...MATCHED, name: 'released' };
