/** A scoring method as fields of a row. Their names are part of the product: researchers' scripts read them. */
import { MATCHED, type Protocol } from '../protocol.js';
import type { ScoringMethod } from './scoring-method.js';

export interface MethodFields {
  readonly protocol: Protocol['name'];
  readonly paths: number;
  readonly diversityStrength: number;
  readonly minLength: number;
  readonly maxLength: number;
  readonly softCap: number;
  readonly normalisation: number;
  readonly model: { readonly id: string; readonly version: string };
}

export function methodFields({ model, protocol, search, softCap, normalisation }: ScoringMethod): MethodFields {
  const { paths, diversityStrength, minLength, maxLength } = search;
  return { protocol, paths, diversityStrength, minLength, maxLength, softCap, normalisation, model };
}

/**
 * Reads them back. Version 0.1 wrote protocol, paths and model alone: it could not change the other settings and did not
 * normalise texts. Undefined where a field is missing or of another type.
 */
export function methodOfFields(row: object): ScoringMethod | undefined {
  const { model, ...fields } = { ...BEFORE, ...row } as Record<string, unknown>;
  const { id, version } = (model ?? {}) as Record<string, unknown>;
  const { protocol } = fields;
  if (protocol !== 'matched' && protocol !== 'released') return undefined;
  if (typeof id !== 'string' || typeof version !== 'string') return undefined;
  if (!NUMBERS.every((key) => typeof fields[key] === 'number')) return undefined;
  const { paths, diversityStrength, minLength, maxLength, softCap, normalisation } = fields as unknown as MethodFields;
  return {
    model: { id, version },
    protocol,
    search: { paths, diversityStrength, minLength, maxLength },
    softCap,
    normalisation,
  };
}

const NUMBERS = ['paths', 'diversityStrength', 'minLength', 'maxLength', 'softCap', 'normalisation'] as const;

const BEFORE = {
  diversityStrength: MATCHED.search.diversityStrength,
  minLength: MATCHED.search.minLength,
  maxLength: MATCHED.search.maxLength,
  softCap: MATCHED.softCap,
  normalisation: 0,
};
