/** How a score was made: its identity. Two scores are comparable only if their methods are the same. */
import { type Protocol, type ProtocolName, SEARCH, type SearchSettings, SOFT_CAP } from '../protocol.js';
import type { RunFacts } from '../score.js';
import { NORMALISATION } from '../text/normalisation.js';

export interface ScoringMethod {
  readonly model: { readonly id: string; readonly version: string };
  readonly protocol: ProtocolName;
  readonly search: SearchSettings;
  /** Pairs from which on no further round of keeping begins. */
  readonly softCap: number;
  /** Version of the recipe that normalises both texts before scoring (src/core/text/normalise-text.ts). 0: none. */
  readonly normalisation: number;
}

type MethodFacts = Pick<RunFacts, 'protocol' | 'model' | 'normalisation'>;

/** The method of a score that is made now. */
export function methodOf({ name, search, softCap }: Protocol, { id, version }: ScoringMethod['model']): ScoringMethod {
  return { model: { id, version }, protocol: name, search, softCap, normalisation: NORMALISATION };
}

/** The method of a score that was made. */
export function methodOfRun({ protocol, model, normalisation = 0 }: MethodFacts): ScoringMethod {
  return { ...methodOf(protocol, model), normalisation };
}

export function sameMethod(a: ScoringMethod, b: ScoringMethod): boolean {
  return (
    a.model.id === b.model.id &&
    a.model.version === b.model.version &&
    a.protocol === b.protocol &&
    a.softCap === b.softCap &&
    a.normalisation === b.normalisation &&
    SEARCH_KEYS.every((key) => a.search[key] === b.search[key])
  );
}

/**
 * One phrase, for instance "qagen-smollm2-135m 0.3.0, matched protocol, 60 paths, text normalisation 1". Settings that the
 * page and the command cannot change are named only where they differ from the standard ones.
 */
export function describeMethod({ model, protocol, search, softCap, normalisation }: ScoringMethod): string {
  return [
    `${model.id} ${model.version}`,
    `${protocol} protocol`,
    search.paths === 1 ? '1 path' : `${search.paths} paths`,
    search.diversityStrength === SEARCH.diversityStrength ? [] : `diversity strength ${search.diversityStrength}`,
    search.minLength === SEARCH.minLength ? [] : `at least ${search.minLength} tokens`,
    search.maxLength === SEARCH.maxLength ? [] : `at most ${search.maxLength} tokens`,
    softCap === SOFT_CAP ? [] : `soft cap ${softCap}`,
    normalisation === 0 ? 'no text normalisation' : `text normalisation ${normalisation}`,
  ]
    .flat()
    .join(', ');
}

const SEARCH_KEYS = [
  'paths',
  'diversityStrength',
  'minLength',
  'maxLength',
] as const satisfies (keyof SearchSettings)[];
